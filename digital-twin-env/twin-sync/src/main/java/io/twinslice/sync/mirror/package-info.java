/**
 * The mirror of a live cell, kept from its KPM reports as they come: late, lost, repeated and rounded.
 *
 * <p>{@link io.twinslice.sync.mirror.LiveMirror} puts the reports in order, follows every value with its freshness,
 * holds a posterior over what differs from the prior cell, finds drift and begins anew then.
 * {@link io.twinslice.sync.mirror.ReportLink} is the lossy way that a simulated cell's reports take.
 */
@NullMarked
package io.twinslice.sync.mirror;

import org.jspecify.annotations.NullMarked;
