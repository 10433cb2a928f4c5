/**
 * What a table of scores, runs by tasks, allows to be said: the statistics of Agarwal, Schwarzer, Castro, Courville and
 * Bellemare, "Deep Reinforcement Learning at the Edge of the Statistical Precipice", NeurIPS 2021. Pure functions; the
 * same seed gives the same interval. docs/evaluation.md explains them.
 */
@NullMarked
package io.twinslice.evaluation.scores;

import org.jspecify.annotations.NullMarked;
