/**
 * Small dense networks on float arrays: {@link io.twinslice.networks.Mlp} decides,
 * {@link io.twinslice.networks.TrainableMlp} learns, {@link io.twinslice.networks.Kernel} does the arithmetic.
 *
 * <p>Every sum is taken in one fixed order by fused multiply-adds, which IEEE 754 rounds in one way only, and tanh is a
 * rational function of this package. The plain and the vector kernel therefore give the same bits, and so does every
 * machine: which kernel runs is a question of speed alone.
 */
@NullMarked
package io.twinslice.networks;

import org.jspecify.annotations.NullMarked;
