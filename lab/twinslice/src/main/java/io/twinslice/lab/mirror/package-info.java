/** The command that holds a mirror against a simulated cell whose parameters it is not told. */
@NullMarked
package io.twinslice.lab.mirror;

import org.jspecify.annotations.NullMarked;
