/**
 * E2SM-KPM: performance measurements of an E2 node (O-RAN.WG3.E2SM-KPM v03.00; v02.03 differs in the time stamp alone,
 * see {@link io.twinslice.kpm.KpmVersion}).
 *
 * <p>The productions an E2AP message carries, and their types (clause 8.2):
 *
 * <pre>
 * E2SM-KPM-RANfunction-Description = name [ event trigger styles ] [ report styles ]     {@link io.twinslice.kpm.KpmFunctionDescription}
 * E2SM-KPM-EventTriggerDefinition  = format 1: reporting period                          {@link io.twinslice.kpm.KpmEventTrigger}
 * E2SM-KPM-ActionDefinition        = style, format 1 | 2 | 3 | ... 4 | 5                 {@link io.twinslice.kpm.KpmActionDefinition}
 *   format 1 = { measurement with labels }, granularity period, [ cell ]                 {@link io.twinslice.kpm.ActionFormat.Format1}
 *   format 2 = UE, format 1                                                              {@link io.twinslice.kpm.ActionFormat.Format2}
 *   format 3 = { measurement with conditions }, granularity period, [ cell ]             {@link io.twinslice.kpm.ActionFormat.Format3}
 *   format 4 = { condition on UEs }, format 1                                            {@link io.twinslice.kpm.ActionFormat.Format4}
 *   format 5 = { UE }, format 1                                                          {@link io.twinslice.kpm.ActionFormat.Format5}
 * E2SM-KPM-IndicationHeader        = format 1: start of collection, [ file format, sender, vendor ]
 *                                                                                        {@link io.twinslice.kpm.KpmIndicationHeader}
 * E2SM-KPM-IndicationMessage       = format 1 | 2 | ... 3                                {@link io.twinslice.kpm.KpmIndicationMessage}
 *   format 1 = { record }, [ measurements with labels ], [ granularity period ]          {@link io.twinslice.kpm.KpmIndicationMessage.Format1}
 *   format 2 = { record }, { conditions and UEs that match }, [ granularity period ]     {@link io.twinslice.kpm.KpmIndicationMessage.Format2}
 *   format 3 = { UE, format 1 }                                                          {@link io.twinslice.kpm.KpmIndicationMessage.Format3}
 *   record   = { integer | real | no value }, [ incomplete ]                             {@link io.twinslice.kpm.MeasurementRecord}
 *   label    = [ no label ] [ PLMN ] [ slice ] [ 5QI ] ... [ SSB index ] ...             {@link io.twinslice.kpm.MeasurementLabel}
 *   test     = type, [ expression ], [ value ]                                           {@link io.twinslice.kpm.TestCondition}
 * </pre>
 *
 * <p>What stands behind "..." travels as an extension. In records, an empty list stands for an absent optional list,
 * since no list of the model may be sent empty.
 */
@NullMarked
package io.twinslice.kpm;

import org.jspecify.annotations.NullMarked;
