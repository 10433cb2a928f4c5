/**
 * The rApps' side of A1-P: one {@link io.twinslice.a1.A1Client client} for the three dialects in the field, and the A1
 * {@link io.twinslice.a1.CellSlicePolicy policy type} by which a verified policy reaches an xApp.
 *
 * <p>The type is our own, {@code Twinslice_CellSlicePolicy_1.0.0}, because no standard A1 type carries PRB ratios, and
 * because one instance has to switch all slices of a cell in one step: with an instance per twin, a cell could run half
 * of one policy and half of another.
 */
@NullMarked
package io.twinslice.a1;

import org.jspecify.annotations.NullMarked;
