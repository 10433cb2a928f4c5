/**
 * The vocabulary of Twinslice as records: a {@link io.twinslice.model.TwinProfile twin} with its SLA, the
 * {@link io.twinslice.model.PrbQuota PRB quota} of its slice, what a KPM window {@link io.twinslice.model.SliceReport
 * reports} of it, and the {@link io.twinslice.model.TwinSnapshot snapshot} a policy decides on.
 *
 * <p>The one {@link io.twinslice.model.PrbAllocator allocator} also lives here, because the simulator, the shield and
 * the E2 node must give the same answer.
 */
@NullMarked
package io.twinslice.model;

import org.jspecify.annotations.NullMarked;
