package io.twinslice.e2sm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * CGI: the global identity of a cell.
 *
 * <p>E2SM clause 6.2.
 */
public sealed interface Cgi {
    Codec<Cgi> CODEC = new CgiCodec();

    /**
     * NR-CGI.
     *
     * @param cell NR cell identity, 36 bits
     */
    record Nr(PlmnIdentity plmn, long cell) implements Cgi {
        public static final Codec<Nr> CODEC = new Codec<>() {
            @Override
            public void encode(Nr value, BitWriter out) {
                out.bit(false);
                PlmnIdentity.CODEC.encode(value.plmn, out);
                out.fixedBits(value.cell, 36);
            }

            @Override
            public Nr decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                Nr cgi = new Nr(PlmnIdentity.CODEC.decode(in), in.fixedBits("nRCellIdentity", 36));
                if (extended) {
                    in.skipAdditions();
                }
                return cgi;
            }
        };

        public Nr {
            if (cell >>> 36 != 0) {
                throw new IllegalArgumentException("an NR cell identity has 36 bits, not " + cell);
            }
        }
    }

    /**
     * EUTRA-CGI.
     *
     * @param cell E-UTRA cell identity, 28 bits
     */
    record Eutra(PlmnIdentity plmn, int cell) implements Cgi {
        public static final Codec<Eutra> CODEC = new Codec<>() {
            @Override
            public void encode(Eutra value, BitWriter out) {
                out.bit(false);
                PlmnIdentity.CODEC.encode(value.plmn, out);
                out.fixedBits(value.cell, 28);
            }

            @Override
            public Eutra decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                Eutra cgi = new Eutra(PlmnIdentity.CODEC.decode(in), (int) in.fixedBits("eUTRACellIdentity", 28));
                if (extended) {
                    in.skipAdditions();
                }
                return cgi;
            }
        };

        public Eutra {
            if (cell >>> 28 != 0) {
                throw new IllegalArgumentException("an E-UTRA cell identity has 28 bits, not " + cell);
            }
        }
    }
}

/** Both directions of {@link Cgi}. */
final class CgiCodec implements Codec<Cgi> {
    @Override
    public void encode(Cgi value, BitWriter out) {
        switch (value) {
            case Cgi.Nr nr -> {
                out.choice(0, 2);
                Cgi.Nr.CODEC.encode(nr, out);
            }
            case Cgi.Eutra eutra -> {
                out.choice(1, 2);
                Cgi.Eutra.CODEC.encode(eutra, out);
            }
        }
    }

    @Override
    public Cgi decode(BitReader in) throws DecodeException {
        return switch (in.choice("CGI", 2)) {
            case 0 -> in.field("nR-CGI", Cgi.Nr.CODEC);
            case 1 -> in.field("eUTRA-CGI", Cgi.Eutra.CODEC);
            default -> throw in.malformed("CGI", "an unknown kind of cell identity");
        };
    }
}
