package io.twinslice.slicecontrol;

import io.twinslice.aper.Octets;
import io.twinslice.e2sm.SliceId;
import io.twinslice.kpm.KpmActionDefinition;
import io.twinslice.kpm.KpmEventTrigger;
import io.twinslice.kpm.MeasurementInfo;
import io.twinslice.kpm.MeasurementLabel;
import io.twinslice.kpm.MeasurementType;
import io.twinslice.model.SliceMeasurement;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the xApp asks a node to report: every slice measurement of every twin, once per window (E2SM-KPM report style
 * 1).
 *
 * @param eventTrigger E2SM-KPM event trigger definition, encoded
 * @param actionDefinition E2SM-KPM action definition, encoded
 */
public record KpmSubscription(Octets eventTrigger, Octets actionDefinition) {
    /** The subscription for these twins. */
    public static KpmSubscription of(List<TwinProfile> twins, int windowMillis) {
        List<MeasurementLabel> labels = twins.stream()
                .map(twin -> MeasurementLabel.ofSlice(sliceId(twin.slice())))
                .toList();
        List<MeasurementInfo> measurements = new ArrayList<>();
        for (SliceMeasurement measurement : SliceMeasurement.values()) {
            measurements.add(new MeasurementInfo(MeasurementType.named(measurement.measurementName()), labels));
        }
        return new KpmSubscription(
                KpmEventTrigger.CODEC.toOctetString(new KpmEventTrigger(windowMillis)),
                KpmActionDefinition.CODEC.toOctetString(
                        KpmActionDefinition.style1(measurements, windowMillis, Optional.empty())));
    }

    static SliceId sliceId(Snssai snssai) {
        return new SliceId(snssai.sst(), snssai.hasSd() ? snssai.sd() : SliceId.ABSENT_SD);
    }
}
