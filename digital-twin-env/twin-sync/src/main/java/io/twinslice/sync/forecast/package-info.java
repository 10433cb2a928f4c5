/**
 * What comes next in a stream, one to ten windows ahead, and how sure that is:
 * {@link io.twinslice.sync.forecast.Forecaster}.
 */
@NullMarked
package io.twinslice.sync.forecast;

import org.jspecify.annotations.NullMarked;
