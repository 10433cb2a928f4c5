/**
 * Brings a candidate to a cell: asks verification, seals, serves the bundle, pushes the A1 policy that names it, and
 * watches until the RIC says that it is enforced.
 */
@NullMarked
package io.twinslice.promoter;

import org.jspecify.annotations.NullMarked;
