package io.twinslice.verification;

import io.twinslice.bundle.BundleWriter;
import io.twinslice.bundle.ReleaseTerms;
import io.twinslice.bundle.SigningKey;

/** Turns a pass into a signed bundle. That it takes nothing but a pass is checked by the compiler. */
public final class Sealer {
    private Sealer() {}

    /**
     * Seals. Equal arguments give equal bytes.
     *
     * @param terms epoch and validity
     * @param verifier signs that the candidate passed
     * @param operator signs that it is released
     * @return a {@code *.twinpolicy} file
     */
    public static byte[] seal(Verdict.Passed verdict, ReleaseTerms terms, SigningKey verifier, SigningKey operator) {
        return BundleWriter.write(verdict.candidate(), verdict.evidence(), terms, verifier, operator);
    }
}
