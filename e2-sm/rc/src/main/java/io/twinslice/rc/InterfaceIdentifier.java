package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.e2sm.GlobalEnbId;
import io.twinslice.e2sm.GlobalGnbId;
import io.twinslice.e2sm.GlobalNgEnbId;
import io.twinslice.e2sm.GlobalNgRanNodeId;
import io.twinslice.e2sm.Guami;
import io.twinslice.e2sm.Gummei;

/**
 * InterfaceIdentifier: one interface of a node.
 *
 * <p>E2SM-RC clause 9.3.
 */
public sealed interface InterfaceIdentifier {
    Codec<InterfaceIdentifier> CODEC = new InterfaceIdentifierCodec();

    /** The largest identity of a CU-UP or DU part. */
    long PART_ID = (1L << 36) - 1;

    /** InterfaceID-NG. */
    record Ng(Guami guami) implements InterfaceIdentifier {
        static final Codec<Ng> CODEC = new Codec<>() {
            @Override
            public void encode(Ng value, BitWriter out) {
                out.bit(false);
                Guami.CODEC.encode(value.guami, out);
            }

            @Override
            public Ng decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                Ng item = new Ng(in.field("guami", Guami.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** InterfaceID-Xn. */
    record Xn(GlobalNgRanNodeId node) implements InterfaceIdentifier {
        static final Codec<Xn> CODEC = new Codec<>() {
            @Override
            public void encode(Xn value, BitWriter out) {
                out.bit(false);
                GlobalNgRanNodeId.CODEC.encode(value.node, out);
            }

            @Override
            public Xn decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                Xn item = new Xn(in.field("global-NG-RAN-ID", GlobalNgRanNodeId.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /**
     * InterfaceID-F1.
     *
     * @param duId 36 bits
     */
    record F1(GlobalGnbId gnb, long duId) implements InterfaceIdentifier {
        static final Codec<F1> CODEC = new Codec<>() {
            @Override
            public void encode(F1 value, BitWriter out) {
                out.bit(false);
                GlobalGnbId.CODEC.encode(value.gnb, out);
                out.integer(value.duId, 0, PART_ID);
            }

            @Override
            public F1 decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                F1 item = new F1(in.field("globalGNB-ID", GlobalGnbId.CODEC), in.integer("gNB-DU-ID", 0, PART_ID));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /**
     * InterfaceID-E1.
     *
     * @param cuUpId 36 bits
     */
    record E1(GlobalGnbId gnb, long cuUpId) implements InterfaceIdentifier {
        static final Codec<E1> CODEC = new Codec<>() {
            @Override
            public void encode(E1 value, BitWriter out) {
                out.bit(false);
                GlobalGnbId.CODEC.encode(value.gnb, out);
                out.integer(value.cuUpId, 0, PART_ID);
            }

            @Override
            public E1 decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                E1 item = new E1(in.field("globalGNB-ID", GlobalGnbId.CODEC), in.integer("gNB-CU-UP-ID", 0, PART_ID));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** InterfaceID-S1. */
    record S1(Gummei gummei) implements InterfaceIdentifier {
        static final Codec<S1> CODEC = new Codec<>() {
            @Override
            public void encode(S1 value, BitWriter out) {
                out.bit(false);
                Gummei.CODEC.encode(value.gummei, out);
            }

            @Override
            public S1 decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                S1 item = new S1(in.field("gUMMEI", Gummei.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** InterfaceID-X2. */
    record X2(X2Node node) implements InterfaceIdentifier {
        static final Codec<X2> CODEC = new Codec<>() {
            @Override
            public void encode(X2 value, BitWriter out) {
                out.bit(false);
                X2Node.CODEC.encode(value.node, out);
            }

            @Override
            public X2 decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                X2 item = new X2(in.field("nodeType", X2Node.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /**
     * InterfaceID-W1.
     *
     * @param duId 36 bits
     */
    record W1(GlobalNgEnbId ngEnb, long duId) implements InterfaceIdentifier {
        static final Codec<W1> CODEC = new Codec<>() {
            @Override
            public void encode(W1 value, BitWriter out) {
                out.bit(false);
                GlobalNgEnbId.CODEC.encode(value.ngEnb, out);
                out.integer(value.duId, 0, PART_ID);
            }

            @Override
            public W1 decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                W1 item = new W1(
                        in.field("global-ng-eNB-ID", GlobalNgEnbId.CODEC), in.integer("ng-eNB-DU-ID", 0, PART_ID));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** nodeType of InterfaceID-X2: the peer. */
    sealed interface X2Node {
        Codec<X2Node> CODEC = new X2NodeCodec();

        /** An eNB. */
        record Enb(GlobalEnbId id) implements X2Node {}

        /** An en-gNB. */
        record EnGnb(GlobalGnbId id) implements X2Node {}
    }
}

/** Both directions of {@link InterfaceIdentifier}. */
final class InterfaceIdentifierCodec implements Codec<InterfaceIdentifier> {
    @Override
    public void encode(InterfaceIdentifier value, BitWriter out) {
        switch (value) {
            case InterfaceIdentifier.Ng format -> {
                out.choice(0, 7);
                InterfaceIdentifier.Ng.CODEC.encode(format, out);
            }
            case InterfaceIdentifier.Xn format -> {
                out.choice(1, 7);
                InterfaceIdentifier.Xn.CODEC.encode(format, out);
            }
            case InterfaceIdentifier.F1 format -> {
                out.choice(2, 7);
                InterfaceIdentifier.F1.CODEC.encode(format, out);
            }
            case InterfaceIdentifier.E1 format -> {
                out.choice(3, 7);
                InterfaceIdentifier.E1.CODEC.encode(format, out);
            }
            case InterfaceIdentifier.S1 format -> {
                out.choice(4, 7);
                InterfaceIdentifier.S1.CODEC.encode(format, out);
            }
            case InterfaceIdentifier.X2 format -> {
                out.choice(5, 7);
                InterfaceIdentifier.X2.CODEC.encode(format, out);
            }
            case InterfaceIdentifier.W1 format -> {
                out.choice(6, 7);
                InterfaceIdentifier.W1.CODEC.encode(format, out);
            }
        }
    }

    @Override
    public InterfaceIdentifier decode(BitReader in) throws DecodeException {

        return switch (in.choice("InterfaceIdentifier", 7)) {
            case 0 -> in.field("nG", InterfaceIdentifier.Ng.CODEC);
            case 1 -> in.field("xN", InterfaceIdentifier.Xn.CODEC);
            case 2 -> in.field("f1", InterfaceIdentifier.F1.CODEC);
            case 3 -> in.field("e1", InterfaceIdentifier.E1.CODEC);
            case 4 -> in.field("s1", InterfaceIdentifier.S1.CODEC);
            case 5 -> in.field("x2", InterfaceIdentifier.X2.CODEC);
            case 6 -> in.field("w1", InterfaceIdentifier.W1.CODEC);
            default -> throw in.malformed("InterfaceIdentifier", "an unknown format");
        };
    }
}

/** Both directions of {@link InterfaceIdentifier.X2Node}. */
final class X2NodeCodec implements Codec<InterfaceIdentifier.X2Node> {
    @Override
    public void encode(InterfaceIdentifier.X2Node value, BitWriter out) {
        switch (value) {
            case InterfaceIdentifier.X2Node.Enb enb -> {
                out.choice(0, 2);
                GlobalEnbId.CODEC.encode(enb.id(), out);
            }
            case InterfaceIdentifier.X2Node.EnGnb enGnb -> {
                out.choice(1, 2);
                GlobalGnbId.CODEC.encode(enGnb.id(), out);
            }
        }
    }

    @Override
    public InterfaceIdentifier.X2Node decode(BitReader in) throws DecodeException {
        return switch (in.choice("nodeType", 2)) {
            case 0 -> new InterfaceIdentifier.X2Node.Enb(in.field("global-eNB-ID", GlobalEnbId.CODEC));
            case 1 -> new InterfaceIdentifier.X2Node.EnGnb(in.field("global-en-gNB-ID", GlobalGnbId.CODEC));
            default -> throw in.malformed("nodeType", "an unknown kind of node");
        };
    }
}
