/**
 * Whether a stream is still what it was: {@link io.twinslice.sync.drift.PageHinkley} is fast and knows the size of the
 * shift that matters, {@link io.twinslice.sync.drift.Adwin} makes no such assumption,
 * {@link io.twinslice.sync.drift.MovingSum} knows in how many windows it ought to be found.
 * {@link io.twinslice.sync.drift.DriftTrial} measures them.
 */
@NullMarked
package io.twinslice.sync.drift;

import org.jspecify.annotations.NullMarked;
