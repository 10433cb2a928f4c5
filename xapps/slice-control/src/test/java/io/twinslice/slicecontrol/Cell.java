package io.twinslice.slicecontrol;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.e2ap.Cause;
import io.twinslice.e2ap.E2apPdu;
import io.twinslice.e2ap.RicControl;
import io.twinslice.e2ap.RicIndication;
import io.twinslice.e2ap.RicRequestId;
import io.twinslice.e2sm.UeId;
import io.twinslice.kpm.KpmIndicationHeader;
import io.twinslice.kpm.KpmIndicationMessage;
import io.twinslice.kpm.KpmVersion;
import io.twinslice.kpm.MeasurementInfo;
import io.twinslice.kpm.MeasurementLabel;
import io.twinslice.kpm.MeasurementRecord;
import io.twinslice.kpm.MeasurementType;
import io.twinslice.kpm.MeasurementValue;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.Sla;
import io.twinslice.model.SliceMeasurement;
import io.twinslice.model.SliceReport;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.slicing.PeerProfile;
import io.twinslice.slicing.SliceQuotaControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A cell of three twins as its node would report it, in octets. */
final class Cell {
    static final int PRBS = 52;
    static final int WINDOW_MILLIS = 100;
    static final int INSTANCE = 17;
    static final int KPM_FUNCTION = 2;
    static final int RC_FUNCTION = 3;
    static final long DEADLINE_NANOS = 1_000;
    static final List<TwinProfile> TWINS = List.of(
            new TwinProfile("factory", new Snssai(2, 1), new Sla(5, 0.97, 30, 0), 4),
            new TwinProfile("health", new Snssai(1, 1), new Sla(250, 0, 2000, 6000), 2),
            new TwinProfile("building", new Snssai(1, Snssai.NO_SD), new Sla(15, 0.9, Integer.MAX_VALUE, 0), 1));
    static final SliceReport REPORT = new SliceReport(900, 850, 40, 15, 200, 3, 31, 50, 12, 25, 10, 95, 70, 6);

    private Cell() {}

    static LoopSettings settings() {
        return new LoopSettings(TWINS, PRBS, WINDOW_MILLIS, "00101", RC_FUNCTION, DEADLINE_NANOS, 64, 32);
    }

    static List<SliceReport> reports() {
        return List.of(REPORT, REPORT, REPORT);
    }

    /** The subscribed report of a window, as the node writes it. */
    static Octets indication(long windowEndMillis, List<SliceReport> reports) {
        return indication(windowEndMillis - WINDOW_MILLIS, measurements(TWINS), values(reports));
    }

    static List<MeasurementInfo> measurements(List<TwinProfile> twins) {
        List<MeasurementLabel> labels = twins.stream()
                .map(twin -> MeasurementLabel.ofSlice(KpmSubscription.sliceId(twin.slice())))
                .toList();
        List<MeasurementInfo> measurements = new ArrayList<>();
        for (SliceMeasurement measurement : SliceMeasurement.values()) {
            measurements.add(new MeasurementInfo(MeasurementType.named(measurement.measurementName()), labels));
        }
        return measurements;
    }

    static List<MeasurementValue> values(List<SliceReport> reports) {
        List<MeasurementValue> values = new ArrayList<>();
        for (SliceMeasurement measurement : SliceMeasurement.values()) {
            for (SliceReport report : reports) {
                values.add(new MeasurementValue.IntegerValue(measurement.of(report)));
            }
        }
        return values;
    }

    /** Where in {@link #values} a measurement of a twin stands. */
    static int place(SliceMeasurement measurement, int twin) {
        return measurement.index() * TWINS.size() + twin;
    }

    static Octets indication(long startMillis, List<MeasurementInfo> measurements, List<MeasurementValue> values) {
        return indication(
                startMillis,
                new KpmIndicationMessage.Format1(
                        List.of(new MeasurementRecord(values)), measurements, OptionalLong.of(WINDOW_MILLIS)));
    }

    static Octets indication(long startMillis, KpmIndicationMessage message) {
        long timeStamp = ((startMillis / 1000) << 32) | (((startMillis % 1000) << 32) / 1000);
        return Octets.of(new RicIndication(
                        new RicRequestId(1, INSTANCE),
                        KPM_FUNCTION,
                        1,
                        OptionalInt.empty(),
                        RicIndication.Type.REPORT,
                        new KpmIndicationHeader(KpmVersion.V3_00, timeStamp).encode(),
                        message.encode(),
                        Optional.empty())
                .encode());
    }

    static Octets acknowledge(RicControl.Request request) {
        return Octets.of(new RicControl.Acknowledge(
                        request.requestId(), request.ranFunctionId(), Optional.empty(), Optional.empty())
                .encode());
    }

    static Octets failure(RicControl.Request request) {
        return Octets.of(new RicControl.Failure(
                        request.requestId(),
                        request.ranFunctionId(),
                        Optional.empty(),
                        Cause.RicRequest.CONTROL_FAILED_TO_EXECUTE,
                        Optional.empty(),
                        Optional.empty())
                .encode());
    }

    static Inbound message(Octets octets) {
        return new Inbound.E2Message(INSTANCE, octets);
    }

    static RicControl.Request request(byte[] octets) {
        try {
            return (RicControl.Request) E2apPdu.decode(octets, DecodeLimits.STANDARD);
        } catch (DecodeException e) {
            throw new AssertionError("the loop sent no control", e);
        }
    }

    static QuotaPlan plan(RicControl.Request request) {
        try {
            List<PrbQuota> quotas = new ArrayList<>();
            SliceQuotaControl control = new SliceQuotaControl(PeerProfile.RC_EXPLICIT, new UeId.GnbDu(0));
            for (io.twinslice.slicing.PrbQuota quota : control.read(
                    new SliceQuotaControl.Payload(request.header(), request.message()), DecodeLimits.STANDARD)) {
                quotas.add(new PrbQuota(quota.dedicatedPercent(), quota.minPercent(), quota.maxPercent()));
            }
            return new QuotaPlan(quotas);
        } catch (DecodeException e) {
            throw new AssertionError("the control carries no quotas", e);
        }
    }
}
