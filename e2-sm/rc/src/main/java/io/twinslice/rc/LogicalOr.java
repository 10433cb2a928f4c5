package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.DecodeException;

/** LogicalOR: ENUMERATED {true, false, ...}. */
final class LogicalOr {
    private LogicalOr() {}

    static void encode(boolean or, BitWriter out) {
        out.extensibleEnum(or ? 0 : 1, 2);
    }

    static boolean decode(BitReader in) throws DecodeException {
        return switch (in.extensibleEnum("logicalOR", 2)) {
            case 0 -> true;
            case 1 -> false;
            default -> throw in.malformed("logicalOR", "neither true nor false");
        };
    }
}
