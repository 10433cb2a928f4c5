/**
 * The fast twin of a sliced downlink cell: a seeded, slot-level simulator.
 *
 * <p>{@link io.twinslice.ransim.RanCell} runs what {@link io.twinslice.ransim.CellParameters} describe. In each slot
 * packets arrive, the one {@link io.twinslice.model.PrbAllocator allocator} divides the PRBs between the slices, and a
 * proportional-fair scheduler inside each slice fills transport blocks that a faded link delivers or loses. Arrivals,
 * channel and decoding luck are functions of (seed, UE, time) and never of the quota plan, so that two plans on one
 * seed meet the same day.
 *
 * <p>{@link io.twinslice.ransim.RanNetwork} is several cells with interference and handover.
 *
 * <p>Not modelled: uplink, multi-layer transmission, frequency-selective channels.
 */
@NullMarked
package io.twinslice.ransim;

import org.jspecify.annotations.NullMarked;
