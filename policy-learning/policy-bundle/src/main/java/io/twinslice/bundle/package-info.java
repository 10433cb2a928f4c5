/**
 * The artefact that carries a learned policy: canonical bytes, digests, signatures. Opening is all an xApp can do with
 * it.
 *
 * <p>A {@code *.twinpolicy} file is a stored zip archive with these entries in this order and no others:
 *
 * <pre>
 * manifest.json         {@link io.twinslice.bundle.Manifest}: what it is and where it applies
 * weights.f32           the network's parameters, little-endian floats, finite
 * modelcard.json        {@link io.twinslice.bundle.ModelCard}: intended use, known failures, metrics
 * provenance.json       {@link io.twinslice.bundle.Provenance}: what it was made from
 * provenance.dsse.json  the trainer's signature over the digest of the four parts above
 * verification.json     {@link io.twinslice.bundle.Evidence}: what the verifier saw
 * release.json          epoch and validity; the only wall-clock time in the file
 * envelope.dsse.json    DSSE over the digests of all parts above, by the verifier and the operator
 * </pre>
 *
 * <p>The candidate digest covers the first four parts, so equal seeds give equal digests; the bundle digest adds
 * verification.json. Trust is a threshold of two roles: the verifier and the operator must both have signed the same
 * bytes, so that a trainer alone can never ship. Envelopes follow DSSE v1 with Ed25519.
 */
@NullMarked
package io.twinslice.bundle;

import org.jspecify.annotations.NullMarked;
