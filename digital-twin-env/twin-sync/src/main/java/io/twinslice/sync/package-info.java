/**
 * The mirror: what the reports of a live cell say about it, and how well the twin repeats them.
 *
 * <p>{@link io.twinslice.sync.TwinCalibrator} fits a cell to observed windows; {@link io.twinslice.sync.Fidelity} says
 * how far simulated windows are from observed ones. Both see nothing but what KPM reports.
 */
@NullMarked
package io.twinslice.sync;

import org.jspecify.annotations.NullMarked;
