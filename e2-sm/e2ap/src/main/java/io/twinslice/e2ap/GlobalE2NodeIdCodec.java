package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.e2sm.GlobalEnbId;
import io.twinslice.e2sm.GlobalGnbId;
import io.twinslice.e2sm.GlobalNgEnbId;
import java.util.Optional;
import java.util.OptionalLong;

/** GlobalE2node-ID and its four alternatives. */
final class GlobalE2NodeIdCodec implements Codec<GlobalE2NodeId> {
    static final long PART_ID = (1L << 36) - 1;

    private static final int ROOT = 4;

    @Override
    public void encode(GlobalE2NodeId value, BitWriter out) {
        switch (value) {
            case GlobalE2NodeId.Gnb gnb -> {
                out.choice(0, ROOT);
                out.bit(false);
                out.bit(gnb.enGnbId().isPresent());
                out.bit(gnb.cuUpId().isPresent());
                out.bit(gnb.duId().isPresent());
                GlobalGnbId.CODEC.encode(gnb.id(), out);
                if (gnb.enGnbId().isPresent()) {
                    GlobalGnbId.CODEC.encode(gnb.enGnbId().get(), out);
                }
                part(gnb.cuUpId(), out);
                part(gnb.duId(), out);
            }
            case GlobalE2NodeId.EnGnb enGnb -> {
                out.choice(1, ROOT);
                out.bit(false);
                out.bit(enGnb.cuUpId().isPresent());
                out.bit(enGnb.duId().isPresent());
                GlobalGnbId.CODEC.encode(enGnb.id(), out);
                part(enGnb.cuUpId(), out);
                part(enGnb.duId(), out);
            }
            case GlobalE2NodeId.NgEnb ngEnb -> {
                out.choice(2, ROOT);
                out.bit(false);
                out.bit(ngEnb.enbId().isPresent());
                out.bit(ngEnb.duId().isPresent());
                GlobalNgEnbId.CODEC.encode(ngEnb.id(), out);
                if (ngEnb.enbId().isPresent()) {
                    GlobalEnbId.CODEC.encode(ngEnb.enbId().get(), out);
                }
                part(ngEnb.duId(), out);
            }
            case GlobalE2NodeId.Enb enb -> {
                out.choice(3, ROOT);
                ENB.encode(enb.id(), out);
            }
        }
    }

    private static final Codec<GlobalEnbId> ENB = Codec.sequence("global-eNB-ID", GlobalEnbId.CODEC);

    @Override
    public GlobalE2NodeId decode(BitReader in) throws DecodeException {
        return switch (in.choice("GlobalE2node-ID", ROOT)) {
            case 0 -> gnb(in);
            case 1 -> enGnb(in);
            case 2 -> ngEnb(in);
            case 3 -> new GlobalE2NodeId.Enb(in.field("eNB", ENB));
            default -> throw in.malformed("GlobalE2node-ID", "an unknown kind of node");
        };
    }

    private static GlobalE2NodeId gnb(BitReader in) throws DecodeException {
        int preamble = in.preamble(4);
        GlobalE2NodeId node = new GlobalE2NodeId.Gnb(
                in.field("global-gNB-ID", GlobalGnbId.CODEC),
                (preamble & 4) != 0 ? Optional.of(in.field("global-en-gNB-ID", GlobalGnbId.CODEC)) : Optional.empty(),
                part((preamble & 2) != 0, "gNB-CU-UP-ID", in),
                part((preamble & 1) != 0, "gNB-DU-ID", in));
        skip((preamble & 8) != 0, in);
        return node;
    }

    private static GlobalE2NodeId enGnb(BitReader in) throws DecodeException {
        int preamble = in.preamble(3);
        GlobalE2NodeId node = new GlobalE2NodeId.EnGnb(
                in.field("global-en-gNB-ID", GlobalGnbId.CODEC),
                part((preamble & 2) != 0, "en-gNB-CU-UP-ID", in),
                part((preamble & 1) != 0, "en-gNB-DU-ID", in));
        skip((preamble & 4) != 0, in);
        return node;
    }

    private static GlobalE2NodeId ngEnb(BitReader in) throws DecodeException {
        int preamble = in.preamble(3);
        GlobalE2NodeId node = new GlobalE2NodeId.NgEnb(
                in.field("global-ng-eNB-ID", GlobalNgEnbId.CODEC),
                (preamble & 2) != 0 ? Optional.of(in.field("global-eNB-ID", GlobalEnbId.CODEC)) : Optional.empty(),
                part((preamble & 1) != 0, "ngENB-DU-ID", in));
        skip((preamble & 4) != 0, in);
        return node;
    }

    private static void part(OptionalLong id, BitWriter out) {
        if (id.isPresent()) {
            out.integer(id.getAsLong(), 0, PART_ID);
        }
    }

    private static OptionalLong part(boolean present, String name, BitReader in) throws DecodeException {
        return present ? OptionalLong.of(in.integer(name, 0, PART_ID)) : OptionalLong.empty();
    }

    private static void skip(boolean extended, BitReader in) throws DecodeException {
        if (extended) {
            in.skipAdditions();
        }
    }
}
