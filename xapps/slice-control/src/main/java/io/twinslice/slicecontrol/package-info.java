/**
 * The thinking of the slice-control xApp, without I/O: {@link io.twinslice.slicecontrol.ControlLoop#tick} drains what
 * arrived, folds a KPM report into a snapshot, lets the policy decide, passes the decision through the shield, sends
 * the RC control and accounts for its one outcome.
 */
@NullMarked
package io.twinslice.slicecontrol;

import org.jspecify.annotations.NullMarked;
