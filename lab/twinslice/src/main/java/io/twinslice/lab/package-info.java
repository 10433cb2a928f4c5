/**
 * The command line: one {@link io.twinslice.lab.Twinslice main}, four commands that only parse and check their options,
 * and the {@link io.twinslice.lab.Desk desk} on which the jobs behind them show their work.
 *
 * <p>This package is a composition root: it alone in the module reads the environment and the clock.
 */
@NullMarked
package io.twinslice.lab;

import org.jspecify.annotations.NullMarked;
