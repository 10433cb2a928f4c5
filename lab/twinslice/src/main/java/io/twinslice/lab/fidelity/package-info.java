/** {@code twinslice fidelity}: how close twins come to recorded cells. */
@NullMarked
package io.twinslice.lab.fidelity;

import org.jspecify.annotations.NullMarked;
