/** {@code twinslice benchmark}: how well policies do, measured against others. */
@NullMarked
package io.twinslice.lab.benchmark;

import org.jspecify.annotations.NullMarked;
