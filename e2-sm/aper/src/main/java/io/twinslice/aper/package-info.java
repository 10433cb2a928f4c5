/**
 * Aligned packed encoding rules (X.691 ALIGNED BASIC-PER), as far as E2AP and the E2 service models use them.
 *
 * <p>A type's two directions stand side by side in one {@link io.twinslice.aper.Codec}, written next to its record and
 * composed by hand from the primitives of {@link io.twinslice.aper.BitWriter} and {@link io.twinslice.aper.BitReader}.
 * Sending is canonical (minimal integers, reals and lengths), receiving is generous where peers differ (non-minimal
 * forms, a zero-length INTEGER read as 0, trailing octets, longer or shorter extension bitmaps). Everything a sender
 * can do wrong ends in one exception, {@link io.twinslice.aper.DecodeException}, and every decode is bounded by
 * {@link io.twinslice.aper.DecodeLimits}.
 */
@NullMarked
package io.twinslice.aper;

import org.jspecify.annotations.NullMarked;
