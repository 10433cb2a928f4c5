/**
 * Plays policies through environments and compares them honestly: the same seeds for all, whole episodes as the unit of
 * chance, every mean with its 95 % bootstrap interval, differences paired by seed. The same seeds give the same numbers
 * on any number of threads.
 */
@NullMarked
package io.twinslice.evaluation;

import org.jspecify.annotations.NullMarked;
