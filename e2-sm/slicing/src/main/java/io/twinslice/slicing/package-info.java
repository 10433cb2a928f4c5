/**
 * Slices as a person thinks of them, over whatever service model a node offers.
 *
 * <p>{@link io.twinslice.slicing.PeerProfile} is how a node takes slice quotas, found from the RAN function it
 * announces; {@link io.twinslice.slicing.SliceQuotaControl} writes and reads the control that sets them.
 * {@link io.twinslice.slicing.SliceReporting} is how a node reports on slices; {@link io.twinslice.slicing.SliceReport}
 * is what a report says.
 */
@NullMarked
package io.twinslice.slicing;

import org.jspecify.annotations.NullMarked;
