package io.twinslice.e2proofs;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;

/** A type that is made up on the spot: each octet of a program reads one primitive. */
final class Primitives {
    private Primitives() {}

    /** How many of the program's steps could be read. */
    static int read(byte[] program, byte[] input, DecodeLimits limits) throws DecodeException {
        BitReader in = new BitReader("made-up", input, limits).keepingRemarks();
        int steps = 0;
        for (int at = 0; at < program.length; at++, steps++) {
            int bound = at + 1 < program.length ? program[at + 1] & 0xFF : 0;
            step(program[at] & 0xFF, bound, in);
        }
        return steps;
    }

    private static void step(int operation, int bound, BitReader in) throws DecodeException {
        long upper = bound < 64 ? bound : (1L << ((bound - 64) / 4)) - 1;
        switch (operation % 20) {
            case 0 -> in.integer("integer", 0, upper);
            case 1 -> in.extensibleInteger("extensibleInteger", -upper, upper);
            case 2 -> in.integer("unbounded");
            case 3 -> in.real("real");
            case 4 -> in.extensibleEnum("extensibleEnum", 1 + bound);
            case 5 -> in.enumerated("enumerated", 1 + bound);
            case 6 -> in.choice("choice", 1 + bound);
            case 7 -> in.fixedOctets("fixedOctets", bound);
            case 8 -> in.octets("octets");
            case 9 -> in.fixedBits("fixedBits", bound % 65);
            case 10 -> in.extensibleBits("extensibleBits", bound, bound + 10);
            case 11 -> in.bitString("bitString");
            case 12 -> in.string("string", 1, 1 + bound);
            case 13 -> in.string("unboundedString");
            case 14 -> in.list("list", 0, bound * 250, new Nested(bound));
            case 15 -> in.longList("longList", new Nested(bound));
            case 16 -> in.openType("openType", new Nested(bound));
            case 17 -> additions(bound, in);
            case 18 -> in.skipOpenType("skipped");
            default -> in.preamble(1 + bound % 32);
        }
    }

    private static void additions(int bound, BitReader in) throws DecodeException {
        if (in.extensionBit()) {
            long present = in.additions();
            int known = bound % 3;
            for (int i = 0; i < known; i++) {
                if (((present >>> i) & 1) != 0) {
                    in.openType("known", new Nested(bound));
                }
            }
            in.skipAdditions(present, known);
        }
    }

    /** One more primitive, and itself again where that goes deeper. */
    private record Nested(int bound) implements Codec<Integer> {
        @Override
        public void encode(Integer value, BitWriter out) {
            throw new UnsupportedOperationException("only read");
        }

        @Override
        public Integer decode(BitReader in) throws DecodeException {
            step(bound * 7 + 3, bound / 2, in);
            return bound;
        }
    }
}
