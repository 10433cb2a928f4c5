/**
 * E2SM-KPM: performance measurements of an E2 node (O-RAN.WG3.E2SM-KPM v03.00; v02.03 differs in the time stamp alone,
 * see {@link io.twinslice.kpm.KpmVersion}).
 *
 * <p>The productions an E2AP message carries are the entry points:
 *
 * <ul>
 *   <li>E2SM-KPM-RANfunction-Description: {@link io.twinslice.kpm.KpmFunctionDescription}
 *   <li>E2SM-KPM-EventTriggerDefinition: {@link io.twinslice.kpm.KpmEventTrigger} (format 1)
 *   <li>E2SM-KPM-ActionDefinition: {@link io.twinslice.kpm.KpmActionDefinition} with a
 *       {@link io.twinslice.kpm.ActionFormat} of 1 to 5
 *   <li>E2SM-KPM-IndicationHeader: {@link io.twinslice.kpm.KpmIndicationHeader} (format 1)
 *   <li>E2SM-KPM-IndicationMessage: {@link io.twinslice.kpm.KpmIndicationMessage}, formats 1 to 3
 * </ul>
 *
 * <p>In records, an empty list stands for an absent optional list, since no list of the model may be sent empty.
 */
@NullMarked
package io.twinslice.kpm;

import org.jspecify.annotations.NullMarked;
