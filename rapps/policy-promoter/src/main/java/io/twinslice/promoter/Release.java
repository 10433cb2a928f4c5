package io.twinslice.promoter;

import io.twinslice.bundle.ReleaseTerms;
import io.twinslice.bundle.SigningKey;
import java.util.function.Consumer;

/**
 * The act of releasing, for the case that the candidate passes.
 *
 * @param terms epoch and validity
 * @param verifier signs that it passed
 * @param operator signs that it is released
 * @param archive keeps the sealed bundle
 */
public record Release(ReleaseTerms terms, SigningKey verifier, SigningKey operator, Consumer<byte[]> archive) {}
