/** {@code twinslice bench sim}: how fast the simulated cell is on one core. */
@NullMarked
package io.twinslice.lab.bench;

import org.jspecify.annotations.NullMarked;
