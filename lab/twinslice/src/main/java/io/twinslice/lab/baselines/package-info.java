/**
 * {@code twinslice baselines}: what can be reached without learning, and what at best, on every scenario of the suite.
 */
@NullMarked
package io.twinslice.lab.baselines;

import org.jspecify.annotations.NullMarked;
