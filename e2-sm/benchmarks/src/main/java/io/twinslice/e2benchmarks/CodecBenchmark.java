package io.twinslice.e2benchmarks;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.PeerDialect;
import io.twinslice.e2ap.E2apPdu;
import io.twinslice.e2ap.RicIndication;
import io.twinslice.e2ap.RicRequestId;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.SliceId;
import io.twinslice.e2sm.UeId;
import io.twinslice.kpm.KpmIndicationHeader;
import io.twinslice.kpm.KpmIndicationMessage;
import io.twinslice.kpm.KpmVersion;
import io.twinslice.kpm.MeasurementInfo;
import io.twinslice.kpm.MeasurementLabel;
import io.twinslice.kpm.MeasurementRecord;
import io.twinslice.kpm.MeasurementType;
import io.twinslice.kpm.MeasurementValue;
import io.twinslice.rc.RcControlMessage;
import io.twinslice.slicing.PeerProfile;
import io.twinslice.slicing.PrbQuota;
import io.twinslice.slicing.SliceQuotaControl;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A KPM report on three slices, a quota for three slices, and the indication around the report. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CodecBenchmark {
    private static final PlmnIdentity PLMN = PlmnIdentity.of("001", "01");

    private final BitReader in = new BitReader(DecodeLimits.STANDARD, PeerDialect.STANDARD);
    private final BitWriter out = new BitWriter(4096);
    private final KpmIndicationMessage report = report();
    private final RcControlMessage quota = quota();
    private final RicIndication indication = new RicIndication(
            new RicRequestId(1021, 2),
            147,
            1,
            OptionalInt.of(77),
            RicIndication.Type.REPORT,
            new KpmIndicationHeader(KpmVersion.V3_00, 0xE7A1B2C3_D4E5F607L).encode(),
            report.encode(),
            Optional.empty());
    private final byte[] reportOctets = KpmIndicationMessage.CODEC.toOctets(report);
    private final byte[] quotaOctets = RcControlMessage.CODEC.toOctets(quota);
    private final byte[] indicationOctets = indication.encode();

    private static KpmIndicationMessage report() {
        List<MeasurementLabel> labels = List.of(
                MeasurementLabel.ofSlice(new SliceId(1, 0)),
                MeasurementLabel.ofSlice(new SliceId(1, 1)),
                MeasurementLabel.ofSlice(new SliceId(1, 2)));
        List<MeasurementValue> values = List.of(
                new MeasurementValue.IntegerValue(62),
                new MeasurementValue.IntegerValue(18),
                new MeasurementValue.IntegerValue(135),
                new MeasurementValue.IntegerValue(142),
                new MeasurementValue.IntegerValue(263),
                new MeasurementValue.IntegerValue(70));
        return new KpmIndicationMessage.Format1(
                List.of(new MeasurementRecord(values)),
                List.of(
                        new MeasurementInfo(MeasurementType.named("RRU.PrbUsedDl"), labels),
                        new MeasurementInfo(MeasurementType.named("DRB.UEThpDl"), labels)),
                OptionalLong.of(1000));
    }

    @Benchmark
    public KpmIndicationMessage decodeReport() throws DecodeException {
        return KpmIndicationMessage.CODEC.decode(in.over("report", reportOctets));
    }

    @Benchmark
    public int encodeReport() {
        KpmIndicationMessage.CODEC.encode(report, out.reset());
        return out.octetLength();
    }

    @Benchmark
    public RcControlMessage decodeQuota() throws DecodeException {
        return RcControlMessage.CODEC.decode(in.over("quota", quotaOctets));
    }

    @Benchmark
    public int encodeQuota() {
        RcControlMessage.CODEC.encode(quota, out.reset());
        return out.octetLength();
    }

    @Benchmark
    public E2apPdu decodeIndication() throws DecodeException {
        return E2apPdu.decode(in.over("indication", indicationOctets));
    }

    @Benchmark
    public int encodeIndication() {
        indication.encode(out.reset());
        return out.octetLength();
    }

    private static RcControlMessage quota() {
        SliceQuotaControl node = new SliceQuotaControl(PeerProfile.RC_EXPLICIT, new UeId.GnbDu(17));
        List<PrbQuota> quotas = List.of(
                new PrbQuota(PLMN, 1, 1, 0, 0, 100),
                new PrbQuota(PLMN, 1, 2, 2, 5, 95),
                new PrbQuota(PLMN, 1, 3, 4, 10, 90));
        try {
            return RcControlMessage.decode(node.write(quotas).message(), DecodeLimits.STANDARD);
        } catch (DecodeException e) {
            throw new IllegalStateException(e);
        }
    }
}
