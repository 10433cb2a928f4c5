package io.twinslice.e2sm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** UEID and its seven alternatives. */
final class UeIdCodec implements Codec<UeId> {
    private static final long UINT32 = 0xFFFF_FFFFL;
    private static final long UINT40 = 0xFF_FFFF_FFFFL;
    private static final int ROOT = 7;

    @Override
    public void encode(UeId value, BitWriter out) {
        switch (value) {
            case UeId.Gnb gnb -> encode(gnb, out);
            case UeId.GnbDu du -> {
                out.choice(1, ROOT);
                out.bits(presence(du.ranUeId()), 2);
                out.integer(du.f1apId(), 0, UINT32);
                ranUeId(du.ranUeId(), out);
            }
            case UeId.GnbCuUp cuUp -> {
                out.choice(2, ROOT);
                out.bits(presence(cuUp.ranUeId()), 2);
                out.integer(cuUp.e1apId(), 0, UINT32);
                ranUeId(cuUp.ranUeId(), out);
            }
            case UeId.NgEnb ngEnb -> encode(ngEnb, out);
            case UeId.NgEnbDu du -> {
                out.choice(4, ROOT);
                out.bit(false);
                out.integer(du.w1apId(), 0, UINT32);
            }
            case UeId.EnGnb enGnb -> encode(enGnb, out);
            case UeId.Enb enb -> encode(enb, out);
        }
    }

    @Override
    public UeId decode(BitReader in) throws DecodeException {
        return switch (in.choice("UEID", ROOT)) {
            case 0 -> gnb(in);
            case 1 -> gnbDu(in);
            case 2 -> gnbCuUp(in);
            case 3 -> ngEnb(in);
            case 4 -> ngEnbDu(in);
            case 5 -> enGnb(in);
            case 6 -> enb(in);
            default -> throw in.malformed("UEID", "an unknown kind of UE identity");
        };
    }

    private static UeId.GnbDu gnbDu(BitReader in) throws DecodeException {
        int preamble = in.preamble(2);
        long f1apId = in.integer("gNB-CU-UE-F1AP-ID", 0, UINT32);
        UeId.GnbDu du = new UeId.GnbDu(f1apId, ranUeId((preamble & 1) != 0, in));
        skip((preamble & 2) != 0, in);
        return du;
    }

    private static UeId.GnbCuUp gnbCuUp(BitReader in) throws DecodeException {
        int preamble = in.preamble(2);
        long e1apId = in.integer("gNB-CU-CP-UE-E1AP-ID", 0, UINT32);
        UeId.GnbCuUp cuUp = new UeId.GnbCuUp(e1apId, ranUeId((preamble & 1) != 0, in));
        skip((preamble & 2) != 0, in);
        return cuUp;
    }

    private static UeId.NgEnbDu ngEnbDu(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        UeId.NgEnbDu du = new UeId.NgEnbDu(in.integer("ng-eNB-CU-UE-W1AP-ID", 0, UINT32));
        skip(extended, in);
        return du;
    }

    private static void encode(UeId.Gnb value, BitWriter out) {
        out.choice(0, ROOT);
        out.bit(value.globalNgRanNodeId().isPresent());
        out.bit(!value.f1apIds().isEmpty());
        out.bit(!value.e1apIds().isEmpty());
        out.bit(value.ranUeId().isPresent());
        out.bit(value.xnapId().isPresent());
        out.bit(value.globalGnbId().isPresent());
        out.integer(value.amfUeNgapId(), 0, UINT40);
        Guami.CODEC.encode(value.guami(), out);
        if (!value.f1apIds().isEmpty()) {
            ids(value.f1apIds(), 4, out);
        }
        if (!value.e1apIds().isEmpty()) {
            ids(value.e1apIds(), 65535, out);
        }
        ranUeId(value.ranUeId(), out);
        number(value.xnapId(), UINT32, out);
        if (value.globalGnbId().isPresent()) {
            GlobalGnbId.CODEC.encode(value.globalGnbId().get(), out);
        }
        globalNode(value.globalNgRanNodeId(), out);
    }

    private static UeId.Gnb gnb(BitReader in) throws DecodeException {
        int preamble = in.preamble(6);
        return new UeId.Gnb(
                in.integer("amf-UE-NGAP-ID", 0, UINT40),
                in.field("guami", Guami.CODEC),
                (preamble & 16) != 0 ? ids("gNB-CU-UE-F1AP-ID-List", 4, in) : List.of(),
                (preamble & 8) != 0 ? ids("gNB-CU-CP-UE-E1AP-ID-List", 65535, in) : List.of(),
                ranUeId((preamble & 4) != 0, in),
                number((preamble & 2) != 0, "m-NG-RAN-UE-XnAP-ID", UINT32, in),
                (preamble & 1) != 0 ? Optional.of(in.field("globalGNB-ID", GlobalGnbId.CODEC)) : Optional.empty(),
                globalNode((preamble & 32) != 0, in));
    }

    private static void encode(UeId.NgEnb value, BitWriter out) {
        out.choice(3, ROOT);
        out.bit(value.globalNgRanNodeId().isPresent());
        out.bit(value.w1apId().isPresent());
        out.bit(value.xnapId().isPresent());
        out.bit(value.globalNgEnbId().isPresent());
        out.integer(value.amfUeNgapId(), 0, UINT40);
        Guami.CODEC.encode(value.guami(), out);
        number(value.w1apId(), UINT32, out);
        number(value.xnapId(), UINT32, out);
        if (value.globalNgEnbId().isPresent()) {
            GlobalNgEnbId.CODEC.encode(value.globalNgEnbId().get(), out);
        }
        globalNode(value.globalNgRanNodeId(), out);
    }

    private static UeId.NgEnb ngEnb(BitReader in) throws DecodeException {
        int preamble = in.preamble(4);
        return new UeId.NgEnb(
                in.integer("amf-UE-NGAP-ID", 0, UINT40),
                in.field("guami", Guami.CODEC),
                number((preamble & 4) != 0, "ng-eNB-CU-UE-W1AP-ID", UINT32, in),
                number((preamble & 2) != 0, "m-NG-RAN-UE-XnAP-ID", UINT32, in),
                (preamble & 1) != 0 ? Optional.of(in.field("globalNgENB-ID", GlobalNgEnbId.CODEC)) : Optional.empty(),
                globalNode((preamble & 8) != 0, in));
    }

    private static void encode(UeId.EnGnb value, BitWriter out) {
        out.choice(5, ROOT);
        out.bit(false);
        out.bit(value.x2apIdExtension().isPresent());
        out.bit(value.f1apId().isPresent());
        out.bit(!value.e1apIds().isEmpty());
        out.bit(value.ranUeId().isPresent());
        out.integer(value.x2apId(), 0, 4095);
        if (value.x2apIdExtension().isPresent()) {
            out.extensibleInteger(value.x2apIdExtension().getAsLong(), 0, 4095);
        }
        GlobalEnbId.CODEC.encode(value.globalEnbId(), out);
        number(value.f1apId(), UINT32, out);
        if (!value.e1apIds().isEmpty()) {
            ids(value.e1apIds(), 65535, out);
        }
        ranUeId(value.ranUeId(), out);
    }

    private static UeId.EnGnb enGnb(BitReader in) throws DecodeException {
        int preamble = in.preamble(5);
        UeId.EnGnb value = new UeId.EnGnb(
                (int) in.integer("m-eNB-UE-X2AP-ID", 0, 4095),
                x2apIdExtension((preamble & 8) != 0, in),
                in.field("globalENB-ID", GlobalEnbId.CODEC),
                number((preamble & 4) != 0, "gNB-CU-UE-F1AP-ID", UINT32, in),
                (preamble & 2) != 0 ? ids("gNB-CU-CP-UE-E1AP-ID-List", 65535, in) : List.of(),
                ranUeId((preamble & 1) != 0, in));
        skip((preamble & 16) != 0, in);
        return value;
    }

    private static void encode(UeId.Enb value, BitWriter out) {
        out.choice(6, ROOT);
        out.bit(false);
        out.bit(value.x2apId().isPresent());
        out.bit(value.x2apIdExtension().isPresent());
        out.bit(value.globalEnbId().isPresent());
        out.integer(value.mmeUeS1apId(), 0, UINT32);
        Gummei.CODEC.encode(value.gummei(), out);
        number(value.x2apId(), 4095, out);
        if (value.x2apIdExtension().isPresent()) {
            out.extensibleInteger(value.x2apIdExtension().getAsLong(), 0, 4095);
        }
        if (value.globalEnbId().isPresent()) {
            GlobalEnbId.CODEC.encode(value.globalEnbId().get(), out);
        }
    }

    private static UeId.Enb enb(BitReader in) throws DecodeException {
        int preamble = in.preamble(4);
        UeId.Enb value = new UeId.Enb(
                in.integer("mME-UE-S1AP-ID", 0, UINT32),
                in.field("gUMMEI", Gummei.CODEC),
                number((preamble & 4) != 0, "m-eNB-UE-X2AP-ID", 4095, in),
                x2apIdExtension((preamble & 2) != 0, in),
                (preamble & 1) != 0 ? Optional.of(in.field("globalENB-ID", GlobalEnbId.CODEC)) : Optional.empty());
        skip((preamble & 8) != 0, in);
        return value;
    }

    private static int presence(Optional<?> field) {
        return field.isPresent() ? 1 : 0;
    }

    private static void ids(List<Long> ids, int upper, BitWriter out) {
        out.count(ids.size(), 1, upper);
        for (long id : ids) {
            out.bit(false);
            out.integer(id, 0, UINT32);
        }
    }

    private static List<Long> ids(String name, int upper, BitReader in) throws DecodeException {
        int count = in.count(name, 1, upper);
        List<Long> ids = new ArrayList<>(count);
        in.enter(name);
        for (int i = 0; i < count; i++) {
            in.item(i);
            boolean extended = in.extensionBit();
            ids.add(in.integer("id", 0, UINT32));
            skip(extended, in);
        }
        in.leave();
        return ids;
    }

    private static void ranUeId(Optional<Octets> ranUeId, BitWriter out) {
        if (ranUeId.isPresent()) {
            if (ranUeId.get().length() != 8) {
                throw new IllegalArgumentException("a RAN UE id has 8 octets, not " + ranUeId.get());
            }
            out.fixedOctets(ranUeId.get());
        }
    }

    private static Optional<Octets> ranUeId(boolean present, BitReader in) throws DecodeException {
        return present ? Optional.of(in.fixedOctets("ran-UEID", 8)) : Optional.empty();
    }

    private static void number(OptionalLong number, long upper, BitWriter out) {
        if (number.isPresent()) {
            out.integer(number.getAsLong(), 0, upper);
        }
    }

    private static OptionalLong number(boolean present, String name, long upper, BitReader in) throws DecodeException {
        return present ? OptionalLong.of(in.integer(name, 0, upper)) : OptionalLong.empty();
    }

    private static OptionalLong x2apIdExtension(boolean present, BitReader in) throws DecodeException {
        return present
                ? OptionalLong.of(in.extensibleInteger("m-eNB-UE-X2AP-ID-Extension", 0, 4095))
                : OptionalLong.empty();
    }

    private static void globalNode(Optional<GlobalNgRanNodeId> node, BitWriter out) {
        if (node.isPresent()) {
            out.additions(1, 1);
            out.openType(node.get(), GlobalNgRanNodeId.CODEC);
        }
    }

    private static Optional<GlobalNgRanNodeId> globalNode(boolean extended, BitReader in) throws DecodeException {
        if (!extended) {
            return Optional.empty();
        }
        long additions = in.additions();
        Optional<GlobalNgRanNodeId> node = (additions & 1) != 0
                ? Optional.of(in.openType("globalNG-RANNode-ID", GlobalNgRanNodeId.CODEC))
                : Optional.empty();
        in.skipAdditions(additions, 1);
        return node;
    }

    private static void skip(boolean extended, BitReader in) throws DecodeException {
        if (extended) {
            in.skipAdditions();
        }
    }
}
