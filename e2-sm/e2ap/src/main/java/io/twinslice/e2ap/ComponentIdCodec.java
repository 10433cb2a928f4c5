package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.e2sm.GlobalEnbId;
import io.twinslice.e2sm.GlobalGnbId;
import io.twinslice.e2sm.GlobalNgRanNodeId;
import java.util.Optional;

/** E2nodeComponentID and its seven alternatives, each a SEQUENCE. */
final class ComponentIdCodec implements Codec<ComponentId> {
    private static final int ROOT = 7;
    private static final Codec<GlobalNgRanNodeId> XN = Codec.sequence("global-NG-RAN-Node-ID", GlobalNgRanNodeId.CODEC);
    private static final Codec<Long> PART = Codec.sequence("part", new Codec<>() {
        @Override
        public void encode(Long value, BitWriter out) {
            out.integer(value, 0, GlobalE2NodeIdCodec.PART_ID);
        }

        @Override
        public Long decode(BitReader in) throws DecodeException {
            return in.integer("id", 0, GlobalE2NodeIdCodec.PART_ID);
        }
    });
    private static final Codec<String> NAME = Codec.sequence("peer", new Codec<>() {
        @Override
        public void encode(String value, BitWriter out) {
            out.string(value, 1, 150);
        }

        @Override
        public String decode(BitReader in) throws DecodeException {
            return in.string("name", 1, 150);
        }
    });

    @Override
    public void encode(ComponentId value, BitWriter out) {
        switch (value) {
            case ComponentId.Ng ng -> {
                out.choice(0, ROOT);
                NAME.encode(ng.amfName(), out);
            }
            case ComponentId.Xn xn -> {
                out.choice(1, ROOT);
                XN.encode(xn.node(), out);
            }
            case ComponentId.E1 e1 -> {
                out.choice(2, ROOT);
                PART.encode(e1.cuUpId(), out);
            }
            case ComponentId.F1 f1 -> {
                out.choice(3, ROOT);
                PART.encode(f1.duId(), out);
            }
            case ComponentId.W1 w1 -> {
                out.choice(4, ROOT);
                PART.encode(w1.duId(), out);
            }
            case ComponentId.S1 s1 -> {
                out.choice(5, ROOT);
                NAME.encode(s1.mmeName(), out);
            }
            case ComponentId.X2 x2 -> {
                out.choice(6, ROOT);
                encode(x2, out);
            }
        }
    }

    private static void encode(ComponentId.X2 value, BitWriter out) {
        out.bit(false);
        out.bit(value.enbId().isPresent());
        out.bit(value.enGnbId().isPresent());
        if (value.enbId().isPresent()) {
            GlobalEnbId.CODEC.encode(value.enbId().get(), out);
        }
        if (value.enGnbId().isPresent()) {
            GlobalGnbId.CODEC.encode(value.enGnbId().get(), out);
        }
    }

    @Override
    public ComponentId decode(BitReader in) throws DecodeException {
        return switch (in.choice("e2nodeComponentID", ROOT)) {
            case 0 -> new ComponentId.Ng(in.field("e2nodeComponentInterfaceTypeNG", NAME));
            case 1 -> new ComponentId.Xn(in.field("e2nodeComponentInterfaceTypeXn", XN));
            case 2 -> new ComponentId.E1(in.field("e2nodeComponentInterfaceTypeE1", PART));
            case 3 -> new ComponentId.F1(in.field("e2nodeComponentInterfaceTypeF1", PART));
            case 4 -> new ComponentId.W1(in.field("e2nodeComponentInterfaceTypeW1", PART));
            case 5 -> new ComponentId.S1(in.field("e2nodeComponentInterfaceTypeS1", NAME));
            case 6 -> x2(in);
            default -> throw in.malformed("e2nodeComponentID", "an unknown interface");
        };
    }

    private static ComponentId x2(BitReader in) throws DecodeException {
        int preamble = in.preamble(3);
        ComponentId id = new ComponentId.X2(
                (preamble & 2) != 0 ? Optional.of(in.field("global-eNB-ID", GlobalEnbId.CODEC)) : Optional.empty(),
                (preamble & 1) != 0 ? Optional.of(in.field("global-en-gNB-ID", GlobalGnbId.CODEC)) : Optional.empty());
        if ((preamble & 4) != 0) {
            in.skipAdditions();
        }
        return id;
    }
}
