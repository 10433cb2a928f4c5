/** How fast the arithmetic of the networks is on this machine: {@code twinslice bench kernels}. */
@NullMarked
package io.twinslice.lab.kernels;

import org.jspecify.annotations.NullMarked;
