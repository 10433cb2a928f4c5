/** The rApp that keeps the mirror of a cell calibrated from the KPM windows that reach it. */
@NullMarked
package io.twinslice.keeper;

import org.jspecify.annotations.NullMarked;
