package io.twinslice.slicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.ccc.CccCell;
import io.twinslice.e2ap.RanFunctionItem;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.RanFunctionName;
import io.twinslice.e2sm.SliceId;
import io.twinslice.e2sm.UeId;
import io.twinslice.kpm.ActionFormat;
import io.twinslice.kpm.KpmActionDefinition;
import io.twinslice.kpm.KpmFunctionDescription;
import io.twinslice.kpm.KpmIndicationMessage;
import io.twinslice.kpm.MeasurementInfo;
import io.twinslice.kpm.MeasurementRecord;
import io.twinslice.kpm.MeasurementValue;
import io.twinslice.rc.ControlStyle;
import io.twinslice.rc.ParameterDefinition;
import io.twinslice.rc.RcFunctionDefinition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlicingTest {
    private static final PlmnIdentity PLMN = PlmnIdentity.of("001", "01");
    private static final CccCell CELL = new CccCell(PLMN, 0x66C000);
    private static final SliceId URLLC = new SliceId(2, 1);
    private static final SliceId BROADBAND = new SliceId(1, SliceId.ABSENT_SD);
    private static final String PRBS = "RRU.PrbUsedDl";
    private static final String DELAY = "DRB.RlcSduDelayDl";

    @ParameterizedTest
    @EnumSource
    void quotasSurviveTheControlOfEveryProfile(PeerProfile profile) throws DecodeException {
        SplittableRandom random = new SplittableRandom(20261121);
        SliceQuotaControl control = new SliceQuotaControl(profile, new UeId.GnbDu(17), CELL);
        for (int round = 0; round < 200; round++) {
            List<PrbQuota> quotas = new ArrayList<>();
            for (int i = random.nextInt(1, 9); i > 0; i--) {
                int max = random.nextInt(101);
                int min = random.nextInt(max + 1);
                int sd = random.nextBoolean() ? PrbQuota.NO_SD : random.nextInt(1 << 24);
                quotas.add(new PrbQuota(PLMN, random.nextInt(256), sd, random.nextInt(min + 1), min, max));
            }
            assertThat(control.read(control.write(quotas), DecodeLimits.STANDARD))
                    .isEqualTo(quotas);
        }
    }

    @Test
    void aControlOfAnotherKindOrForAnotherCellIsRefused() {
        List<PrbQuota> quotas = List.of(new PrbQuota(PLMN, 1, 1, 0, 10, 20));
        UeId ue = new UeId.GnbDu(17);
        SliceQuotaControl ccc = new SliceQuotaControl(PeerProfile.CCC, ue, CELL);
        SliceQuotaControl rc = new SliceQuotaControl(PeerProfile.RC_EXPLICIT, ue, CELL);
        assertThatThrownBy(() -> rc.read(ccc.write(quotas), DecodeLimits.STANDARD))
                .isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> ccc.read(rc.write(quotas), DecodeLimits.STANDARD))
                .isInstanceOf(DecodeException.class);
        SliceQuotaControl other = new SliceQuotaControl(PeerProfile.CCC, ue, new CccCell(PLMN, 1));
        assertThatThrownBy(() -> other.read(ccc.write(quotas), DecodeLimits.STANDARD))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("is not CccCell[");
    }

    @Test
    void theProfileIsFoundFromWhatANodeAnnounces() throws DecodeException {
        assertThat(found("RRM Policy Ratio List:1", "RRM Policy Ratio Group:2", "Dedicated PRB Policy Ratio:13"))
                .contains(PeerProfile.RC_EXPLICIT);
        assertThat(found("RRM Policy Ratio List:1", "Dedicated PRB Policy Ratio:13"))
                .contains(PeerProfile.RC_COMPACT);
        assertThat(found("RRM Policy Ratio List:1", "Max PRB Policy Ratio:11", "Dedicated PRB Policy Ratio:12"))
                .contains(PeerProfile.RC_FLEXRIC);
        assertThat(found("RRM Policy Ratio List:1")).isEmpty();
        Octets json = Octets.of("{\"ranFunctionName\":{}}".getBytes(StandardCharsets.UTF_8));
        assertThat(PeerProfile.of(new RanFunctionItem(5, json, 1, "1.2.3"), DecodeLimits.STANDARD))
                .contains(PeerProfile.CCC);
        assertThat(PeerProfile.of(new RanFunctionItem(5, Octets.of((byte) 1), 1, "1.2.3"), DecodeLimits.STANDARD))
                .isEmpty();
    }

    /** A node that lists {@code parameters}, each "name:id", the second and later ones nested in the first. */
    private static Optional<PeerProfile> found(String... parameters) throws DecodeException {
        List<ParameterDefinition> definitions = new ArrayList<>();
        for (String parameter : parameters) {
            String[] parts = parameter.split(":", -1);
            definitions.add(new ParameterDefinition(Long.parseLong(parts[1]), parts[0], Optional.empty()));
        }
        ParameterDefinition outer = definitions.removeFirst();
        Optional<ParameterDefinition.Content> content = definitions.isEmpty()
                ? Optional.empty()
                : Optional.of(new ParameterDefinition.Content(true, definitions));
        ControlStyle.Action action = new ControlStyle.Action(
                6, "Slice-level PRB quota", List.of(new ParameterDefinition(outer.id(), outer.name(), content)));
        RcFunctionDefinition definition = new RcFunctionDefinition(
                new RanFunctionName("ORAN-E2SM-RC", "1.2.3.4", "RAN Control", OptionalLong.empty()),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new ControlStyle(2, "Radio", List.of(action), 1, 1, OptionalLong.empty(), 1, List.of())),
                List.of());
        return PeerProfile.of(new RanFunctionItem(3, definition.encode(), 1, "1.2.3.4"), DecodeLimits.STANDARD);
    }

    @Test
    void labelledMeasurementsAreTakenApartBySlice() throws DecodeException {
        List<KpmActionDefinition> actions =
                SliceReporting.LABELS.actions(List.of(PRBS, DELAY), List.of(URLLC, BROADBAND), List.of(), 1000);
        List<MeasurementInfo> asked = ((ActionFormat.Format1) actions.getFirst().format()).measurements();
        KpmIndicationMessage report = new KpmIndicationMessage.Format1(
                List.of(record(10, 20, 3, -1), record(11, 21, 4, 5)), List.of(), OptionalLong.empty());
        List<SliceReport> reports = SliceReport.ofLabels(report, asked);
        assertThat(reports).hasSize(2);
        assertThat(reports.getFirst().values().get(URLLC)).containsOnly(entry(PRBS, 10.0), entry(DELAY, 3.0));
        assertThat(reports.getFirst().values().get(BROADBAND)).containsOnly(entry(PRBS, 20.0));
        assertThat(reports.getLast().value(BROADBAND, DELAY)).contains(5.0);
        assertThat(reports.getLast().value(new SliceId(9, 9), DELAY)).isEmpty();
    }

    @Test
    void reportsOnUesAreAddedUpOrAveragedBySlice() throws DecodeException {
        List<MeasurementInfo> infos = List.of(MeasurementInfo.unlabelled(PRBS), MeasurementInfo.unlabelled(DELAY));
        List<KpmIndicationMessage.UeReport> ues = new ArrayList<>();
        for (int ue = 0; ue < 4; ue++) {
            ues.add(new KpmIndicationMessage.UeReport(
                    new UeId.GnbDu(ue),
                    new KpmIndicationMessage.Format1(
                            List.of(record(ue, 10 * ue)), ue % 2 == 0 ? infos : List.of(), OptionalLong.empty())));
        }
        KpmIndicationMessage report = new KpmIndicationMessage.Format3(ues);
        List<SliceReport> reports = SliceReport.ofUes(
                report,
                ue -> ue instanceof UeId.GnbDu du && du.f1apId() < 3
                        ? Optional.of(du.f1apId() == 0 ? BROADBAND : URLLC)
                        : Optional.empty(),
                infos);
        assertThat(reports).hasSize(1);
        assertThat(reports.getFirst().values().get(URLLC)).containsOnly(entry(PRBS, 3.0), entry(DELAY, 15.0));
        assertThat(reports.getFirst().values().get(BROADBAND)).containsOnly(entry(PRBS, 0.0), entry(DELAY, 0.0));
        assertThat(SliceReport.ofCondition(report, URLLC, infos).getFirst().value(URLLC, PRBS))
                .contains(6.0);
    }

    @Test
    void reportsWhoseValuesAndLabelsDifferInNumberAreRefused() {
        List<MeasurementInfo> one = List.of(MeasurementInfo.unlabelled(PRBS));
        for (MeasurementRecord wrong : List.of(record(1, 2))) {
            KpmIndicationMessage.Format1 format =
                    new KpmIndicationMessage.Format1(List.of(wrong), one, OptionalLong.empty());
            assertThatThrownBy(() -> SliceReport.ofLabels(format, one))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("2 values for 1 labels");
        }
        KpmIndicationMessage few = new KpmIndicationMessage.Format1(
                List.of(record(1)), List.of(one.getFirst(), one.getFirst()), OptionalLong.empty());
        assertThatThrownBy(() -> SliceReport.ofLabels(few, one))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("1 values, more labels");
        assertThatThrownBy(() -> SliceReport.ofUes(few, ue -> Optional.empty(), one))
                .isInstanceOf(DecodeException.class);
    }

    @Test
    void theWayToReportIsFoundFromWhatANodeOffers() throws DecodeException {
        assertThat(SliceReporting.of(node(1, 4, 5), List.of(PRBS))).contains(SliceReporting.CONDITION);
        assertThat(SliceReporting.of(node(1, 5), List.of(PRBS))).contains(SliceReporting.LABELS);
        assertThat(SliceReporting.of(node(5), List.of(PRBS))).contains(SliceReporting.UES);
        assertThat(SliceReporting.of(node(2), List.of(PRBS))).isEmpty();
        assertThat(SliceReporting.of(node(1, 4, 5), List.of(DELAY))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyWayHasActionsThatCanBeSent(SliceReporting way) throws DecodeException {
        List<KpmActionDefinition> actions = way.actions(
                List.of(PRBS), List.of(URLLC, BROADBAND), List.of(new UeId.GnbDu(1), new UeId.GnbDu(2)), 500);
        assertThat(actions).hasSize(way == SliceReporting.CONDITION ? 2 : 1);
        for (KpmActionDefinition action : actions) {
            assertThat(KpmActionDefinition.decode(action.encode(), DecodeLimits.STANDARD))
                    .isEqualTo(action);
        }
        assertThatThrownBy(() -> way.actions(List.of(), List.of(URLLC), List.of(), 500))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static KpmFunctionDescription node(int... styles) {
        List<KpmFunctionDescription.ReportStyle> offered = new ArrayList<>();
        for (int style : styles) {
            offered.add(new KpmFunctionDescription.ReportStyle(
                    style, "style", 1, List.of(new KpmFunctionDescription.Measurement(PRBS)), 1, 1));
        }
        return new KpmFunctionDescription(
                new RanFunctionName("ORAN-E2SM-KPM", "1.2", "KPM", OptionalLong.empty()), List.of(), offered);
    }

    /** A period with these values; a negative one stands for none. */
    private static MeasurementRecord record(int... values) {
        List<MeasurementValue> list = new ArrayList<>();
        for (int value : values) {
            list.add(value < 0 ? MeasurementValue.NO_VALUE : new MeasurementValue.IntegerValue(value));
        }
        return new MeasurementRecord(list);
    }
}
