/**
 * General learners, TD3, SAC, DQN and ERL, on the classic control tasks that others publish figures for: the proof that
 * networks and learners do what their papers say. Nothing here knows slices.
 *
 * <p>{@link io.twinslice.learners.control.ClassicBenchmark} says what is learned how;
 * {@link io.twinslice.learners.control.ControlRun} does it. Same benchmark and seed, same bits, on any machine.
 */
@NullMarked
package io.twinslice.learners.control;

import org.jspecify.annotations.NullMarked;
