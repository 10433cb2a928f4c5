package io.twinslice.slicecontrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.aper.Octets;
import io.twinslice.e2ap.RicIndication;
import io.twinslice.e2ap.RicRequestId;
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
import io.twinslice.policy.Baselines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be true leads to no control, is counted, and is explained; the loop goes on as if it had not come. */
class ImplausibleReportTest {
    private final LoopRig rig = new LoopRig(Baselines.equalSplit(3));

    private long nextStartMillis() {
        return rig.windowEndMillis();
    }

    private void refused(Octets octets, String why) {
        assertThat(rig.install(Bundles.policy(1))).isNotDone();
        rig.arrive(Cell.acknowledge(rig.control()));
        rig.tick();
        LoopCounters before = rig.loop.counters();
        String digest = rig.loop.policyDigest();
        var inForce = rig.decided.getLast().admitted().plan();

        rig.arrive(octets);
        rig.tick();

        LoopCounters after = rig.loop.counters();
        assertThat(after.indicationsRefused()).isEqualTo(before.indicationsRefused() + 1);
        assertThat(after.lastRefusal()).contains(why);
        assertThat(after.indications()).isEqualTo(before.indications());
        assertThat(after.controlsSent()).isEqualTo(before.controlsSent());
        assertThat(rig.loop.policyDigest()).isEqualTo(digest);
        rig.control();
        assertThat(rig.decided.getLast().state().inForce()).isEqualTo(inForce);
        assertThat(rig.decided.getLast().state().reports()).isEqualTo(Cell.reports());
        assertThat(rig.loop.counters().controlsSent()).isEqualTo(before.controlsSent() + 1);
    }

    private Octets with(SliceMeasurement measurement, int twin, MeasurementValue value) {
        List<MeasurementValue> values = new ArrayList<>(Cell.values(Cell.reports()));
        values.set(Cell.place(measurement, twin), value);
        // Two windows are folded in between, see refused().
        return Cell.indication(nextStartMillis() + 2L * Cell.WINDOW_MILLIS, Cell.measurements(Cell.TWINS), values);
    }

    @ParameterizedTest
    @CsvSource({
        "PRB_USED, 53, PRBs used in a cell of 52",
        "PRB_USED, 2147483647, PRBs used in a cell of 52",
        "PRB_USED, 4294967295, no integer in range",
        "DELIVERED, 4000000, more than 52 PRBs can carry",
        "OFFERED, 2147483647, what the cell can carry",
        "LATE_PACKETS, 201, 201 late packets of 200",
        "AOI_MEAN, 26, above its peak",
        "AOI_OVER_LIMIT, 1001, 0..1000",
        "CQI_MEAN, 151, CQI",
        "CQI_LOW, 96, above the mean",
    })
    void anImpossibleValueIsRefused(SliceMeasurement measurement, long value, String why) {
        refused(with(measurement, 1, new MeasurementValue.IntegerValue(value)), why);
    }

    @Test
    void prbsThatOnlyTogetherExceedTheCellAreRefusedAlsoWhereTheirSumOverflows() {
        List<MeasurementValue> values = new ArrayList<>(Cell.values(Cell.reports()));
        values.set(Cell.place(SliceMeasurement.PRB_USED, 0), new MeasurementValue.IntegerValue(Integer.MAX_VALUE));
        values.set(Cell.place(SliceMeasurement.PRB_USED, 1), new MeasurementValue.IntegerValue(Integer.MAX_VALUE));
        refused(
                Cell.indication(nextStartMillis() + 200, Cell.measurements(Cell.TWINS), values),
                "PRBs used in a cell of 52");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "-1", "1e300", "-Infinity", "3.5"})
    void aRealNumberIsRefusedWhateverItSays(double value) {
        refused(with(SliceMeasurement.OFFERED, 0, new MeasurementValue.RealValue(value)), "no integer in range");
    }

    @Test
    void aMissingValueIsRefused() {
        refused(with(SliceMeasurement.OFFERED, 0, MeasurementValue.NO_VALUE), "no integer in range");
    }

    @Test
    void anUnknownSliceIsRefused() {
        List<TwinProfile> others = new ArrayList<>(Cell.TWINS);
        others.set(
                2,
                new TwinProfile("stranger", new Snssai(9, 9), Cell.TWINS.get(2).sla(), 1));
        refused(
                Cell.indication(nextStartMillis() + 200, Cell.measurements(others), Cell.values(Cell.reports())),
                "belongs to no twin");
    }

    @Test
    void tooFewSlicesAreRefused() {
        refused(
                Cell.indication(
                        nextStartMillis() + 200,
                        Cell.measurements(Cell.TWINS.subList(0, 2)),
                        Cell.values(List.of(Cell.REPORT, Cell.REPORT))),
                "of building is missing");
    }

    @Test
    void aSliceThatIsReportedTwiceIsRefused() {
        List<TwinProfile> twice = List.of(Cell.TWINS.get(0), Cell.TWINS.get(1), Cell.TWINS.get(1));
        refused(
                Cell.indication(nextStartMillis() + 200, Cell.measurements(twice), Cell.values(Cell.reports())),
                "reported twice");
    }

    @Test
    void valuesThatDoNotMatchTheLabelsAreRefused() {
        List<MeasurementValue> values = new ArrayList<>(Cell.values(Cell.reports()));
        values.add(new MeasurementValue.IntegerValue(0));
        refused(Cell.indication(nextStartMillis() + 200, Cell.measurements(Cell.TWINS), values), "values more");
    }

    @Test
    void fewerValuesThanLabelsAreRefused() {
        List<MeasurementValue> values = Cell.values(Cell.reports());
        refused(
                Cell.indication(
                        nextStartMillis() + 200, Cell.measurements(Cell.TWINS), values.subList(0, values.size() - 1)),
                "fewer values");
    }

    @Test
    void aMeasurementThatWasNotSubscribedIsRefused() {
        List<MeasurementInfo> measurements = new ArrayList<>(Cell.measurements(Cell.TWINS));
        measurements.set(
                0,
                new MeasurementInfo(
                        MeasurementType.named("DRB.UEThpDl"),
                        measurements.get(0).labels()));
        refused(
                Cell.indication(nextStartMillis() + 200, measurements, Cell.values(Cell.reports())),
                "was not subscribed");
    }

    @Test
    void aValueWithoutTheLabelOfASliceIsRefused() {
        List<MeasurementInfo> measurements = new ArrayList<>(Cell.measurements(Cell.TWINS));
        measurements.set(0, new MeasurementInfo(measurements.get(0).type(), List.of(MeasurementLabel.NO_LABEL)));
        refused(
                Cell.indication(nextStartMillis() + 200, measurements, Cell.values(Cell.reports())),
                "without the label of a slice");
    }

    private Octets window(List<MeasurementRecord> data, long granularityMillis) {
        return Cell.indication(
                nextStartMillis() + 200,
                new KpmIndicationMessage.Format1(
                        data, Cell.measurements(Cell.TWINS), OptionalLong.of(granularityMillis)));
    }

    @Test
    void anotherGranularityPeriodThanTheSubscribedIsRefused() {
        refused(window(List.of(new MeasurementRecord(Cell.values(Cell.reports()))), 1000), "granularity period");
    }

    @Test
    void severalPeriodsInOneReportAreRefused() {
        MeasurementRecord record = new MeasurementRecord(Cell.values(Cell.reports()));
        refused(window(List.of(record, record), Cell.WINDOW_MILLIS), "granularity periods in one report");
    }

    @Test
    void aWindowThatWasOnlyPartlyMeasuredIsRefused() {
        refused(
                window(List.of(new MeasurementRecord(Cell.values(Cell.reports()), true)), Cell.WINDOW_MILLIS),
                "only a part of the window");
    }

    @Test
    void aReplayedWindowIsRefused() {
        // The window that refused() folds first.
        refused(Cell.indication(nextStartMillis() + Cell.WINDOW_MILLIS, Cell.reports()), "not after the one before");
    }

    @Test
    void anOldWindowIsRefused() {
        refused(Cell.indication(nextStartMillis() - 5_000, Cell.reports()), "not after the one before");
    }

    @Test
    void aWindowThatOverlapsTheOneBeforeIsRefused() {
        refused(Cell.indication(nextStartMillis() + Cell.WINDOW_MILLIS + 30, Cell.reports()), "overlaps");
    }

    @Test
    void aNodeThatStartsItsClockAnewIsHeardAgain() {
        rig.control();
        rig.arrive(Cell.indication(500, Cell.reports()));
        rig.tick();
        // A clock that runs ten seconds behind is late traffic; one that lost a minute and more has started anew.
        assertThat(rig.loop.counters().indicationsRefused()).isEqualTo(1);

        rig.arrive(Cell.indication(1_000_000, Cell.reports()));
        rig.tick();
        rig.arrive(Cell.indication(500, Cell.reports()));
        rig.tick();
        assertThat(rig.loop.counters().indicationsRefused()).isEqualTo(1);
        assertThat(rig.decided.getLast().state().windowEndMillis()).isEqualTo(500);
    }

    @Test
    void anIndicationThatIsNoReportIsRefused() {
        refused(
                Octets.of(new RicIndication(
                                new RicRequestId(1, Cell.INSTANCE),
                                Cell.KPM_FUNCTION,
                                1,
                                OptionalInt.empty(),
                                RicIndication.Type.INSERT,
                                new KpmIndicationHeader(KpmVersion.V3_00, 99L << 32).encode(),
                                new KpmIndicationMessage.Format1(
                                                List.of(new MeasurementRecord(Cell.values(Cell.reports()))),
                                                Cell.measurements(Cell.TWINS),
                                                OptionalLong.empty())
                                        .encode(),
                                Optional.empty())
                        .encode()),
                "not a report");
    }

    @Test
    void octetsThatAreNoMessageAreRefused() {
        refused(Octets.of(new byte[] {0x7f, 0x01, 0x02}), "E2AP");
    }

    @Test
    void aMessageThatIsNoReportAndNoAnswerIsRefused() {
        rig.control();
        refused(Octets.of(rig.sentOctets.getFirst()), "neither an indication nor the answer");
    }
}
