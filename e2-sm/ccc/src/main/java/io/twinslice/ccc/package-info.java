/**
 * E2SM-CCC, cell configuration and control, as far as slices need it: the configuration structure O-RRMPolicyRatio in
 * control and in reports. The service model is JSON inside the octet strings of E2AP, not PER.
 *
 * <pre>
 * control header      = { "controlHeaderFormat": { "ricStyleType": 2 } }
 * control message     = { "controlMessageFormat": { "listOfCellsControlled": [ cell ] } }        {@link io.twinslice.ccc.CccControlMessage}
 * cell                = { "cellGlobalId": cgi, "listOfConfigurationStructures": [ change ] }
 * change              = { "ranConfigurationStructureName": "O-RRMPolicyRatio",
 *                         "oldValuesOfAttributes": { "ranConfigurationStructure": ratio },
 *                         "newValuesOfAttributes": { "ranConfigurationStructure": ratio } }
 * indication message  = { "indicationMessageFormat": { "listOfCellsReported": [ report ] } }     {@link io.twinslice.ccc.CccIndicationMessage}
 * report              = { "cellGlobalId": cgi, "listOfConfigurationStructuresReported": [ { "changeType": type,
 *                         "ranConfigurationStructureName": name, "valuesOfAttributes": ..., "oldValuesOfAttributes": ... } ] }
 * ratio               = { "resourceType": "PRB" | "PRB_DL" | "PRB_UL", "rRMPolicyMemberList": [ member ],
 *                         "rRMPolicyMaxRatio": 0..100, "rRMPolicyMinRatio": 0..100,
 *                         "rRMPolicyDedicatedRatio": 0..100 }                                    {@link io.twinslice.ccc.RrmPolicyRatio}
 * member              = { "plmnId": plmn, "snssai": { "sst": 0..255, "sd": 6 hexadecimal digits } }
 * cgi                 = { "plmnIdentity": plmn, "nRCellIdentity": 9 hexadecimal digits }         {@link io.twinslice.ccc.CccCell}
 * plmn                = { "mcc": 3 digits, "mnc": 2 or 3 digits }
 * </pre>
 *
 * <p>Names that are not in this grammar are skipped; a name that stands twice, a value of another type or one beyond
 * its range is a {@link io.twinslice.aper.DecodeException} that says where.
 */
@NullMarked
package io.twinslice.ccc;

import org.jspecify.annotations.NullMarked;
