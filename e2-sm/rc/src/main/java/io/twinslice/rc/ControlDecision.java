package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.DecodeException;
import java.util.Optional;

/** ric-ControlDecision: the answer to an insert indication. */
public enum ControlDecision {
    ACCEPT,
    REJECT;

    static void encode(Optional<ControlDecision> decision, BitWriter out) {
        if (decision.isPresent()) {
            out.extensibleEnum(decision.get() == ACCEPT ? 0 : 1, 2);
        }
    }

    static Optional<ControlDecision> decode(boolean present, BitReader in) throws DecodeException {
        if (!present) {
            return Optional.empty();
        }
        return switch (in.extensibleEnum("ric-ControlDecision", 2)) {
            case 0 -> Optional.of(ACCEPT);
            case 1 -> Optional.of(REJECT);
            default -> throw in.malformed("ric-ControlDecision", "neither accept nor reject");
        };
    }
}
