/** {@code twinslice sim}: one episode of one scenario, to look at. */
@NullMarked
package io.twinslice.lab.sim;

import org.jspecify.annotations.NullMarked;
