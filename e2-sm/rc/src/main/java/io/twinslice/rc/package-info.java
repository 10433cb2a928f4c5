/**
 * E2SM-RC: control of the RAN (O-RAN.WG3.E2SM-RC v01.03).
 *
 * <p>The productions an E2AP message carries are the entry points:
 *
 * <ul>
 *   <li>E2SM-RC-RANFunctionDefinition: {@link io.twinslice.rc.RcFunctionDefinition}
 *   <li>E2SM-RC-ControlHeader: {@link io.twinslice.rc.RcControlHeader}, formats 1 and 2
 *   <li>E2SM-RC-ControlMessage: {@link io.twinslice.rc.RcControlMessage}, formats 1 and 2
 *   <li>E2SM-RC-ControlOutcome: {@link io.twinslice.rc.RcControlOutcome}, formats 1 to 3
 * </ul>
 *
 * <p>Control style 2 action 6, the slice-level PRB quota, is first class: {@link io.twinslice.rc.SliceQuotaControl}
 * turns a list of {@link io.twinslice.rc.SliceQuota} into the control message a peer understands, chosen by
 * {@link io.twinslice.rc.QuotaProfile}, and back.
 *
 * <p>In records, an empty list stands for an absent optional list.
 */
@NullMarked
package io.twinslice.rc;

import org.jspecify.annotations.NullMarked;
