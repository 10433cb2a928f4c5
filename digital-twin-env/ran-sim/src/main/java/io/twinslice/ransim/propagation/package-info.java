/**
 * Large-scale propagation of TR 38.901 and what follows from movement: path loss, line of sight, shadowing, Doppler and
 * the link budget.
 *
 * <p>{@link io.twinslice.ransim.propagation.Propagation} is a closed choice of scenarios; each formula names its
 * clause. Units: carrier in GHz, distances in metres, losses in dB, speeds in m/s unless a name says otherwise. All
 * values are immutable and computed with {@link java.lang.StrictMath}, hence the same on every JVM.
 */
@NullMarked
package io.twinslice.ransim.propagation;

import org.jspecify.annotations.NullMarked;
