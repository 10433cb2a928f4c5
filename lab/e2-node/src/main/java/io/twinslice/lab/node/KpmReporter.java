package io.twinslice.lab.node;

import io.twinslice.aper.Octets;
import io.twinslice.e2sm.SliceId;
import io.twinslice.kpm.ActionFormat;
import io.twinslice.kpm.KpmActionDefinition;
import io.twinslice.kpm.KpmIndicationHeader;
import io.twinslice.kpm.KpmIndicationMessage;
import io.twinslice.kpm.KpmVersion;
import io.twinslice.kpm.MeasurementInfo;
import io.twinslice.kpm.MeasurementLabel;
import io.twinslice.kpm.MeasurementRecord;
import io.twinslice.kpm.MeasurementType;
import io.twinslice.kpm.MeasurementValue;
import io.twinslice.model.SliceMeasurement;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** One admitted report action of style 1: which measurements of which slices, resolved once, written every window. */
final class KpmReporter {
    /** Thrown when the node cannot report what an action asks for. */
    static final class NotSupportedException extends Exception {
        private static final long serialVersionUID = 1;

        NotSupportedException(String message) {
            super(message);
        }
    }

    private record Source(SliceMeasurement measurement, int twin) {}

    private final List<MeasurementInfo> measurements;
    private final List<Source> sources;
    private final int windowMillis;

    private KpmReporter(List<MeasurementInfo> measurements, List<Source> sources, int windowMillis) {
        this.measurements = measurements;
        this.sources = sources;
        this.windowMillis = windowMillis;
    }

    static KpmReporter of(KpmActionDefinition definition, List<TwinProfile> twins, int windowMillis)
            throws NotSupportedException {
        if (definition.styleType() != 1 || !(definition.format() instanceof ActionFormat.Format1 format)) {
            throw new NotSupportedException("only report style 1 is served, not " + definition.styleType());
        }
        if (format.granularityMillis() != windowMillis) {
            throw new NotSupportedException(
                    "the granularity period is " + windowMillis + " ms, not " + format.granularityMillis() + " ms");
        }
        Map<String, SliceMeasurement> byName = new HashMap<>();
        for (SliceMeasurement measurement : SliceMeasurement.values()) {
            byName.put(measurement.measurementName(), measurement);
        }
        List<Source> sources = new ArrayList<>();
        for (MeasurementInfo info : format.measurements()) {
            SliceMeasurement measurement =
                    info.type() instanceof MeasurementType.Name name ? byName.get(name.name()) : null;
            if (measurement == null) {
                throw new NotSupportedException("measurement " + info.type() + " is not served");
            }
            for (MeasurementLabel label : info.labels()) {
                sources.add(new Source(measurement, twin(label, twins)));
            }
        }
        return new KpmReporter(format.measurements(), List.copyOf(sources), windowMillis);
    }

    private static int twin(MeasurementLabel label, List<TwinProfile> twins) throws NotSupportedException {
        SliceId slice = label.slice()
                .orElseThrow(() -> new NotSupportedException("a measurement is wanted without a slice label"));
        Snssai snssai = new Snssai(slice.sst(), slice.sdOrReserved());
        for (int i = 0; i < twins.size(); i++) {
            if (twins.get(i).slice().equals(snssai)) {
                return i;
            }
        }
        throw new NotSupportedException("slice " + snssai + " is not in this cell");
    }

    Octets header(TwinSnapshot snapshot) {
        return new KpmIndicationHeader(KpmVersion.V3_00, timeStamp(snapshot.windowEndMillis() - windowMillis)).encode();
    }

    Octets message(TwinSnapshot snapshot) {
        List<MeasurementValue> values = new ArrayList<>(sources.size());
        for (Source source : sources) {
            values.add(new MeasurementValue.IntegerValue(
                    source.measurement().of(snapshot.reports().get(source.twin()))));
        }
        return new KpmIndicationMessage.Format1(
                        List.of(new MeasurementRecord(values)), measurements, OptionalLong.of(windowMillis))
                .encode();
    }

    /** Seconds and binary fractions, as a 64-bit time stamp has them. */
    private static long timeStamp(long millis) {
        return ((millis / 1000) << 32) | (((millis % 1000) << 32) / 1000);
    }
}
