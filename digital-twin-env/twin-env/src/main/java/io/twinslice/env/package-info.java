/**
 * The {@link io.twinslice.env.Environment} contract that the fast twin, recorded traces and ns-3 all meet, and the
 * scenarios that training, verification and the lab play in it.
 */
@NullMarked
package io.twinslice.env;

import org.jspecify.annotations.NullMarked;
