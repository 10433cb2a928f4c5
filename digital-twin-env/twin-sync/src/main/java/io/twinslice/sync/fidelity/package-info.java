/**
 * How faithful a mirror is, axis by axis, each with a gate: {@link io.twinslice.sync.fidelity.FidelityVector}. The axis
 * that what-if questions rest on is {@link io.twinslice.sync.fidelity.ActionResponse}.
 */
@NullMarked
package io.twinslice.sync.fidelity;

import org.jspecify.annotations.NullMarked;
