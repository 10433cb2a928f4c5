package io.twinslice.lab.e2;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.aper.PeerDialect;
import io.twinslice.e2ap.ComponentConfig;
import io.twinslice.e2ap.ComponentId;
import io.twinslice.e2ap.E2Setup;
import io.twinslice.e2ap.E2apPdu;
import io.twinslice.e2ap.GlobalE2NodeId;
import io.twinslice.e2ap.RanFunctionItem;
import io.twinslice.e2ap.RicControl;
import io.twinslice.e2ap.RicIndication;
import io.twinslice.e2ap.RicRequestId;
import io.twinslice.e2sm.GlobalGnbId;
import io.twinslice.e2sm.GnbId;
import io.twinslice.e2sm.Guami;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.RanFunctionName;
import io.twinslice.e2sm.SliceId;
import io.twinslice.e2sm.UeId;
import io.twinslice.kpm.KpmFunctionDescription;
import io.twinslice.kpm.KpmIndicationHeader;
import io.twinslice.kpm.KpmIndicationMessage;
import io.twinslice.kpm.KpmVersion;
import io.twinslice.kpm.MeasurementInfo;
import io.twinslice.kpm.MeasurementLabel;
import io.twinslice.kpm.MeasurementRecord;
import io.twinslice.kpm.MeasurementType;
import io.twinslice.kpm.MeasurementValue;
import io.twinslice.rc.RcControlHeader;
import io.twinslice.rc.RcControlMessage;
import io.twinslice.rc.RcFunctionDefinition;
import io.twinslice.slicing.PeerProfile;
import io.twinslice.slicing.PrbQuota;
import io.twinslice.slicing.SliceQuotaControl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The messages that are timed: those of the control loop, alone and wrapped. */
final class E2Benchmarks {
    private static final PlmnIdentity PLMN = PlmnIdentity.of("001", "01");
    private static final RicRequestId REQUEST = new RicRequestId(1021, 2);
    private static final List<String> UE_MEASUREMENTS =
            List.of("DRB.UEThpDl", "DRB.UEThpUl", "RRU.PrbUsedDl", "RRU.PrbUsedUl");

    private E2Benchmarks() {}

    static List<Benchmark> standard() {
        KpmIndicationHeader kpmHeader = new KpmIndicationHeader(KpmVersion.V3_00, 0xE7A1B2C3_D4E5F607L);
        KpmIndicationMessage slices = slices();
        RcControlHeader rcHeader = rcHeader();
        RcControlMessage quota = quota();
        RicIndication indication = indication(kpmHeader, slices);
        RicControl.Request control = control(rcHeader, quota);
        return List.of(
                of("kpm-indication-3-slices", KpmIndicationMessage.CODEC, slices),
                of("kpm-indication-10-ues", KpmIndicationMessage.CODEC, ues()),
                of("rc-quota-3-slices", RcControlMessage.CODEC, quota),
                of("e2ap-indication", indication),
                of("e2ap-control", control),
                wrapped(indication, kpmHeader, slices),
                wrapped(control, rcHeader, quota));
    }

    /** What the wrapped benchmarks decode, by name, behind the setup request of a node that would send it. */
    static Map<String, byte[]> wrappedOctets() {
        RicIndication indication =
                indication(new KpmIndicationHeader(KpmVersion.V3_00, 0xE7A1B2C3_D4E5F607L), slices());
        RicControl.Request control = control(rcHeader(), quota());
        Map<String, byte[]> octets = new LinkedHashMap<>();
        octets.put("wrapped-indication", indication.encode());
        octets.put("wrapped-control", control.encode());
        return octets;
    }

    /** A node with the functions that {@link #wrappedOctets} come from and go to. */
    static byte[] setup() {
        KpmFunctionDescription kpm = new KpmFunctionDescription(
                new RanFunctionName("ORAN-E2SM-KPM", "1.3.6.1.4.1.53148.1.2.2.2", "KPM"), List.of(), List.of());
        RcFunctionDefinition rc = new RcFunctionDefinition(
                new RanFunctionName("ORAN-E2SM-RC", "1.3.6.1.4.1.53148.1.1.2.3", "RC"),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Octets part = Octets.of("setup".getBytes(StandardCharsets.US_ASCII));
        return new E2Setup.Request(
                        0,
                        new GlobalE2NodeId.Gnb(new GlobalGnbId(PLMN, new GnbId(1, 22))),
                        List.of(
                                new RanFunctionItem(
                                        147, kpm.encode(), 1, kpm.name().oid()),
                                new RanFunctionItem(3, rc.encode(), 1, rc.name().oid())),
                        List.of(new ComponentConfig(
                                ComponentId.InterfaceType.NG, new ComponentId.Ng("amf"), part, part)))
                .encode();
    }

    private static RcControlHeader rcHeader() {
        return new RcControlHeader.Format1(new UeId.GnbDu(17), SliceQuotaControl.STYLE, SliceQuotaControl.ACTION);
    }

    private static RicIndication indication(KpmIndicationHeader kpmHeader, KpmIndicationMessage slices) {
        return new RicIndication(
                REQUEST,
                147,
                1,
                OptionalInt.of(77),
                RicIndication.Type.REPORT,
                kpmHeader.encode(),
                slices.encode(),
                Optional.empty());
    }

    private static RicControl.Request control(RcControlHeader rcHeader, RcControlMessage quota) {
        return new RicControl.Request(
                REQUEST,
                3,
                Optional.empty(),
                rcHeader.encode(),
                quota.encode(),
                Optional.of(RicControl.AckRequest.ACK));
    }

    /** Times any message; one that is not canonical is encoded as the codec would. */
    static Benchmark of(String name, MessageType type, byte[] octets) throws DecodeException {
        if (type.codec().isPresent()) {
            return of(name, type.codec().get(), type, octets);
        }
        return of(name, E2apPdu.decode(octets, Reading.LIMITS));
    }

    private static <T> Benchmark of(String name, Codec<T> codec, MessageType type, byte[] octets)
            throws DecodeException {
        T value = codec.fromOctets(name, octets, Reading.LIMITS, type.dialect());
        return of(name, codec, value, octets, type.dialect());
    }

    private static <T> Benchmark of(String name, Codec<T> codec, T value) {
        return of(name, codec, value, codec.toOctets(value), PeerDialect.STANDARD);
    }

    private static <T> Benchmark of(String name, Codec<T> codec, T value, byte[] octets, PeerDialect dialect) {
        BitReader in = new BitReader(Reading.LIMITS, dialect);
        BitWriter out = new BitWriter(octets.length + 64, dialect);
        return new Benchmark(name, () -> codec.decode(in.over(name, octets)), () -> {
            codec.encode(value, out.reset());
            return out;
        });
    }

    private static Benchmark of(String name, E2apPdu pdu) {
        byte[] octets = pdu.encode();
        BitReader in = new BitReader(Reading.LIMITS, PeerDialect.STANDARD);
        BitWriter out = new BitWriter(octets.length + 64);
        return new Benchmark(name, () -> E2apPdu.decode(in.over(name, octets)), () -> {
            pdu.encode(out.reset());
            return out;
        });
    }

    /** Three records, outermost first. */
    private record Wrapped(E2apPdu pdu, Object header, Object message) {}

    private static Benchmark wrapped(RicIndication template, KpmIndicationHeader header, KpmIndicationMessage message) {
        Codec<KpmIndicationHeader> headers = KpmIndicationHeader.codec(header.version());
        byte[] octets = template.encode();
        BitReader in = new BitReader(Reading.LIMITS, PeerDialect.STANDARD);
        BitWriter out = new BitWriter(octets.length + 64);
        return new Benchmark(
                "wrapped-indication",
                () -> {
                    RicIndication pdu = (RicIndication) E2apPdu.decode(in.over("E2AP-PDU", octets));
                    return new Wrapped(
                            pdu,
                            headers.decode(in.over("header", pdu.header())),
                            KpmIndicationMessage.CODEC.decode(in.over("message", pdu.message())));
                },
                () -> {
                    template.encodeWith(headers, header, KpmIndicationMessage.CODEC, message, out.reset());
                    return out;
                });
    }

    private static Benchmark wrapped(RicControl.Request template, RcControlHeader header, RcControlMessage message) {
        byte[] octets = template.encode();
        BitReader in = new BitReader(Reading.LIMITS, PeerDialect.STANDARD);
        BitWriter out = new BitWriter(octets.length + 64);
        return new Benchmark(
                "wrapped-control",
                () -> {
                    RicControl.Request pdu = (RicControl.Request) E2apPdu.decode(in.over("E2AP-PDU", octets));
                    return new Wrapped(
                            pdu,
                            RcControlHeader.CODEC.decode(in.over("header", pdu.header())),
                            RcControlMessage.CODEC.decode(in.over("message", pdu.message())));
                },
                () -> {
                    template.encodeWith(RcControlHeader.CODEC, header, RcControlMessage.CODEC, message, out.reset());
                    return out;
                });
    }

    private static KpmIndicationMessage slices() {
        List<MeasurementLabel> labels = new ArrayList<>();
        List<MeasurementValue> values = new ArrayList<>();
        for (int slice = 0; slice < 3; slice++) {
            labels.add(MeasurementLabel.ofSlice(new SliceId(1, slice)));
        }
        for (long value : new long[] {62, 18, 135, 142, 263, 70}) {
            values.add(new MeasurementValue.IntegerValue(value));
        }
        return new KpmIndicationMessage.Format1(
                List.of(new MeasurementRecord(values)),
                List.of(
                        new MeasurementInfo(MeasurementType.named("RRU.PrbUsedDl"), labels),
                        new MeasurementInfo(MeasurementType.named("DRB.UEThpDl"), labels)),
                OptionalLong.of(1000));
    }

    private static KpmIndicationMessage ues() {
        List<MeasurementInfo> measurements =
                UE_MEASUREMENTS.stream().map(MeasurementInfo::unlabelled).toList();
        List<KpmIndicationMessage.UeReport> reports = new ArrayList<>();
        for (int ue = 0; ue < 10; ue++) {
            UeId id = ue % 2 == 0 ? new UeId.Gnb(ue, new Guami(PLMN, 1, 1, 1)) : new UeId.GnbDu(ue);
            List<MeasurementValue> values = List.of(
                    new MeasurementValue.IntegerValue(752_447 + ue),
                    new MeasurementValue.IntegerValue(11),
                    MeasurementValue.NO_VALUE,
                    new MeasurementValue.RealValue(2.5 + ue));
            reports.add(new KpmIndicationMessage.UeReport(
                    id,
                    new KpmIndicationMessage.Format1(
                            List.of(new MeasurementRecord(values)), measurements, OptionalLong.of(1000))));
        }
        return new KpmIndicationMessage.Format3(reports);
    }

    private static RcControlMessage quota() {
        SliceQuotaControl node = new SliceQuotaControl(PeerProfile.RC_EXPLICIT, new UeId.GnbDu(17));
        try {
            return RcControlMessage.decode(node.write(quotas()).message(), DecodeLimits.STANDARD);
        } catch (DecodeException e) {
            throw new IllegalStateException("our own control is refused", e);
        }
    }

    private static List<PrbQuota> quotas() {
        return List.of(
                new PrbQuota(PLMN, 1, 1, 0, 0, 100),
                new PrbQuota(PLMN, 1, 2, 2, 5, 95),
                new PrbQuota(PLMN, 1, 3, 4, 10, 90));
    }
}
