package io.twinslice.bundle;

import java.util.List;

/** The entries of the archives, in their order. */
enum Part {
    MANIFEST("manifest.json", 1 << 16),
    WEIGHTS("weights.f32", 16 << 20),
    MODEL_CARD("modelcard.json", 1 << 18),
    PROVENANCE("provenance.json", 1 << 18),
    PROVENANCE_ENVELOPE("provenance.dsse.json", 1 << 14),
    VERIFICATION("verification.json", 1 << 20),
    RELEASE("release.json", 1 << 12),
    ENVELOPE("envelope.dsse.json", 1 << 16);

    /** What the candidate digest covers. */
    static final List<Part> CONTENT = List.of(MANIFEST, WEIGHTS, MODEL_CARD, PROVENANCE);

    /** What the bundle digest covers. */
    static final List<Part> VERIFIED = List.of(MANIFEST, WEIGHTS, MODEL_CARD, PROVENANCE, VERIFICATION);

    /** What the verifier and the operator sign. */
    static final List<Part> SIGNED =
            List.of(MANIFEST, WEIGHTS, MODEL_CARD, PROVENANCE, PROVENANCE_ENVELOPE, VERIFICATION, RELEASE);

    /** The entries of a candidate's file. */
    static final List<Part> CANDIDATE = List.of(MANIFEST, WEIGHTS, MODEL_CARD, PROVENANCE, PROVENANCE_ENVELOPE);

    /** The entries of a bundle's file. */
    static final List<Part> BUNDLE = List.of(values());

    private final String fileName;
    private final int maxBytes;

    Part(String fileName, int maxBytes) {
        this.fileName = fileName;
        this.maxBytes = maxBytes;
    }

    String fileName() {
        return fileName;
    }

    int maxBytes() {
        return maxBytes;
    }
}
