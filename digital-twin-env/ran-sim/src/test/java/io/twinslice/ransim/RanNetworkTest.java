package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.Layout.Point;
import io.twinslice.ransim.propagation.Factory;
import io.twinslice.ransim.propagation.LinkBudget;
import io.twinslice.ransim.propagation.Propagation;
import io.twinslice.ransim.propagation.UrbanMacro;
import io.twinslice.ransim.propagation.UrbanMicro;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RanNetworkTest {
    private static final Radio FADED = new Radio(0, 0, 2, 100);
    private static final Layout STREET = new Layout(
            List.of(new Point(0, 20), new Point(200, 20), new Point(400, 20)), new Point(-50, -50), new Point(450, 50));
    private static final Mobility ALONG = new Mobility.Platoon(50, 15, new Point(0, 0), new Point(400, 0));

    @Test
    void theHexagonHasRingsOfSitesAtEqualDistance() {
        for (int rings = 0; rings <= 3; rings++) {
            Layout layout = Layout.hexagon(rings, 500);
            assertThat(layout.sites()).hasSize(1 + 3 * rings * (rings + 1));
            for (Point site : layout.sites()) {
                double nearest = layout.sites().stream()
                        .filter(other -> !other.equals(site))
                        .mapToDouble(other -> other.distanceTo(site.x(), site.y()))
                        .min()
                        .orElse(500);
                assertThat(nearest).isCloseTo(500, within(1e-6));
            }
        }
        assertThat(Layout.hall(4, 2, 30).sites()).hasSize(8).contains(new Point(105, 45));
    }

    /**
     * The usual picture of a macro network with one antenna and a distance of 500 m: the median is several dB, one UE
     * in twenty is near 0 dB or below, and the best are limited by their neighbours when those are loaded.
     */
    @Test
    void theSinrOfAnUrbanMacroNetworkHasTheUsualDistribution() {
        RanNetwork network = resting(Layout.hexagon(2, 500), new UrbanMacro(3.5), 46, 240, false, 1);
        // 240 UEs with a full buffer each: all cells are loaded.
        network.runWindow(50);
        double[] sinr = sorted(network, 240);
        assertThat(sinr[12]).isBetween(-8.0, 0.0);
        assertThat(sinr[120]).isBetween(0.0, 10.0);
        // Near a site in sight, with the others out of sight, more than any receiver can use.
        assertThat(sinr[228]).isBetween(15.0, 45.0);
        List<Point> sites = Layout.hexagon(2, 500).sites();
        long near = IntStream.range(0, 240)
                .filter(ue -> sites.get(network.servingCell(ue))
                                .distanceTo(
                                        network.position(ue).x(),
                                        network.position(ue).y())
                        < 600)
                .count();
        // A third of the area lies in the corners around the sites, and some UEs have a far cell in sight.
        assertThat(near).isBetween(160L, 239L);
    }

    @Test
    void anEdgeHasALowerCqiThanTheMiddle() {
        RanNetwork network = resting(Layout.hexagon(1, 400), new UrbanMicro(3.5), 38, 200, false, 3);
        network.runWindow(50);
        Layout layout = Layout.hexagon(1, 400);
        double near = 0;
        double far = 0;
        int nearCount = 0;
        int farCount = 0;
        for (int ue = 0; ue < 200; ue++) {
            Point at = network.position(ue);
            double metres = layout.sites().stream()
                    .mapToDouble(site -> site.distanceTo(at.x(), at.y()))
                    .min()
                    .orElseThrow();
            int cqi = LinkTables.cqiAt(LinkTable.QAM64, network.sinrDb(ue));
            if (metres < 80) {
                near += cqi;
                nearCount++;
            } else if (metres > 180) {
                far += cqi;
                farCount++;
            }
        }
        assertThat(nearCount).isGreaterThan(15);
        assertThat(farCount).isGreaterThan(30);
        assertThat(near / nearCount).isGreaterThan(far / farCount + 3);
        assertThat(far / farCount).isBetween(1.0, 8.0);
    }

    @Test
    void wallsTakeTheirLossFromTheSinr() {
        RanNetwork outdoors = resting(Layout.hexagon(0, 500), new UrbanMacro(3.5), 46, 60, false, 2);
        RanNetwork indoors = resting(Layout.hexagon(0, 500), new UrbanMacro(3.5), 46, 60, true, 2);
        double sum = 0;
        for (int ue = 0; ue < 60; ue++) {
            double loss = outdoors.sinrDb(ue) - indoors.sinrDb(ue);
            assertThat(loss).isBetween(-5.0, 45.0);
            sum += loss;
        }
        // 12.7 dB, half a dB for each of 8.3 m on average.
        assertThat(sum / 60).isCloseTo(16.9, within(2.0));
    }

    @Test
    void aLoneCellIsLimitedByNoiseAlone() {
        RanNetwork network =
                resting(Layout.hexagon(0, 300), new Factory(Factory.Hall.SPARSE_HIGH, 3.7), 24, 5, false, 2);
        network.runWindow(100);
        RadioMap map = map(network, 2);
        LinkBudget budget = new LinkBudget(52, 15, 24, 9);
        for (int ue = 0; ue < 5; ue++) {
            assertThat(network.sinrDb(ue)).isCloseTo(map.dbm(ue, 0) - budget.noiseDbm(1), within(1e-6));
        }
    }

    private static RadioMap map(RanNetwork network, long seed) {
        NetworkParameters parameters = parameters(
                Layout.hexagon(0, 300), new Factory(Factory.Hall.SPARSE_HIGH, 3.7), 24, 5, new Mobility.Resting(false));
        Roster roster = new Roster(parameters.cell().twins());
        assertThat(network.cells()).isOne();
        return new RadioMap(parameters, roster, new Movement(parameters, roster, seed), seed);
    }

    @Test
    void aNeighbourTakesAwaySinrInProportionToItsUse() {
        // The UE of twin 0 hears two cells; twin 1 loads the other one.
        double[] sinr = new double[3];
        double[] use = new double[3];
        double[] packets = {0.001, 300, 5000};
        for (int i = 0; i < 3; i++) {
            RanNetwork network = twoCells(packets[i]);
            network.runWindow(2000);
            double mean = 0;
            for (int k = 0; k < 100; k++) {
                network.runWindow(5);
                mean += network.sinrDb(0) / 100;
                use[i] += network.use(1) / 100;
            }
            sinr[i] = mean;
        }
        assertThat(use[0]).isZero();
        assertThat(use[1]).isBetween(0.05, 0.7);
        assertThat(use[2]).isGreaterThan(0.9);
        assertThat(sinr[0]).isGreaterThan(sinr[1] + 1);
        assertThat(sinr[1]).isGreaterThan(sinr[2] + 1);
    }

    private static RanNetwork twoCells(double packetsPerSecond) {
        Layout layout =
                new Layout(List.of(new Point(0, 0), new Point(300, 0)), new Point(-10, -10), new Point(310, 10));
        CellParameters cell = new CellParameters(
                52,
                1000,
                List.of(
                        new TwinParameters(1, new Traffic.Periodic(100, 100, 0), FADED, false),
                        new TwinParameters(1, new Traffic.Poisson(packetsPerSecond, 1500), FADED, false)),
                List.of());
        NetworkParameters parameters = new NetworkParameters(
                cell,
                layout,
                new UrbanMicro(3.5),
                38,
                9,
                List.of(
                        new Mobility.Platoon(0.1, 0, new Point(120, 0), new Point(118, 0)),
                        new Mobility.Platoon(0.1, 0, new Point(295, 0), new Point(293, 0))),
                HandoverRule.USUAL);
        return new RanNetwork(parameters, Cells.profiles(2, 100), 5);
    }

    @Test
    void aPlatoonIsHandedOverFromCellToCellAndLosesNothing() {
        RanNetwork network = platoon(HandoverRule.USUAL, 1);
        long offered = 0;
        long delivered = 0;
        long buffered = 0;
        long late = 0;
        for (int i = 0; i < 300; i++) {
            buffered = 0;
            for (TwinSnapshot snapshot : network.runWindow(100)) {
                SliceReport report = snapshot.reports().getFirst();
                offered += report.packets();
                delivered += report.deliveredKbit();
                buffered += report.bufferedKbit();
                late += report.latePackets();
            }
        }
        // 6 vehicles pass two borders in 28.8 s, more often where the shadowing of two cells crosses.
        assertThat(network.handovers()).isBetween(12L, 80L);
        // 6 UEs, a message of 1000 bit every 10 ms for 30 s, and no packet given up or late by its deadline of 2 s.
        assertThat(late).isZero();
        assertThat(offered).isBetween(17_900L, 18_000L);
        assertThat(delivered).isCloseTo(18_000, within(150L));
        assertThat(buffered).isLessThan(60);
        for (int ue = 0; ue < 6; ue++) {
            assertThat(network.servingCell(ue)).isBetween(0, 2);
        }
    }

    @Test
    void theInterruptionDelaysWhatArrivesInIt() {
        long without = longestDelay(new HandoverRule(3, 160, 0));
        long with = longestDelay(new HandoverRule(3, 160, 300));
        assertThat(with).isBetween(300L, 500L);
        assertThat(with).isGreaterThan(without + 200);
    }

    /** Largest age of information of the platoon in a drive, in ms. */
    private static long longestDelay(HandoverRule rule) {
        RanNetwork network = platoon(rule, 1);
        long peak = 0;
        for (int i = 0; i < 250; i++) {
            for (TwinSnapshot snapshot : network.runWindow(100)) {
                peak = Math.max(peak, snapshot.reports().getFirst().aoiPeakMillis());
            }
        }
        assertThat(network.handovers()).isPositive();
        return peak;
    }

    @Test
    void hysteresisAndTimeToTriggerPreventPingPong() {
        RanNetwork eager = platoon(new HandoverRule(0, 0, 0), 4);
        RanNetwork patient = platoon(new HandoverRule(4, 320, 0), 4);
        eager.runWindow(30_000);
        patient.runWindow(30_000);
        assertThat(eager.pingPongs()).isPositive();
        assertThat(eager.handovers()).isGreaterThan(2 * patient.handovers());
        assertThat(patient.pingPongs()).isLessThan(eager.pingPongs() / 2 + 1);
    }

    @Test
    void everyAttachedUeIsCountedInOneCell() {
        RanNetwork network = walkers(7, List.of(new Presence(0, 0, 500, 1500), new Presence(0, 1, 0, 1000)));
        int[] expected = {19, 20, 19, 18};
        for (int ues : expected) {
            int sum = 0;
            for (TwinSnapshot snapshot : network.runWindow(500)) {
                for (SliceReport report : snapshot.reports()) {
                    sum += report.activeUes();
                }
            }
            // Those who come or go at the end of a window do so in the next period.
            assertThat(sum).isEqualTo(ues);
        }
        assertThat(network.servingCell(0)).isEqualTo(RanNetwork.NOWHERE);
        assertThat(network.servingCell(2)).isNotNegative();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theStateDependsOnSeedAndTimeAndNotOnTheWindows(long seed) {
        RanNetwork whole = walkers(seed, List.of(new Presence(0, 0, 333, 2000)));
        RanNetwork parts = walkers(seed, List.of(new Presence(0, 0, 333, 2000)));
        whole.runWindow(3000);
        int[] lengths = {1, 2, 3, 7, 12, 100, 333, 542};
        for (int round = 0; round < 3; round++) {
            for (int length : lengths) {
                parts.runWindow(length);
            }
        }
        assertThat(parts.nowMillis()).isEqualTo(3000);
        assertThat(parts.digest()).isEqualTo(whole.digest());
        assertThat(whole.digest()).isNotEqualTo(walkers(seed + 10, List.of()).digest());
        RanNetwork fork = whole.fork();
        List<TwinSnapshot> original = whole.runWindow(1000);
        assertThat(fork.runWindow(1000)).isEqualTo(original);
        assertThat(fork.digest()).isEqualTo(whole.digest());
    }

    /**
     * Common random numbers across a network: a plan changes who is served, and with it interference, but nothing else.
     */
    @Test
    void movementAndArrivalsDoNotDependOnThePlans() {
        RanNetwork one = walkers(3, List.of());
        RanNetwork other = walkers(3, List.of());
        for (int cell = 0; cell < other.cells(); cell++) {
            other.apply(cell, QuotaPlan.equalSplit(2));
        }
        for (int i = 0; i < 10; i++) {
            List<TwinSnapshot> a = one.runWindow(200);
            List<TwinSnapshot> b = other.runWindow(200);
            for (int cell = 0; cell < one.cells(); cell++) {
                for (int twin = 0; twin < 2; twin++) {
                    assertThat(b.get(cell).reports().get(twin).offeredKbit())
                            .isEqualTo(a.get(cell).reports().get(twin).offeredKbit());
                    assertThat(b.get(cell).reports().get(twin).activeUes())
                            .isEqualTo(a.get(cell).reports().get(twin).activeUes());
                }
            }
        }
        for (int ue = 0; ue < 20; ue++) {
            assertThat(other.position(ue)).isEqualTo(one.position(ue));
        }
    }

    @Test
    void walkersStayInTheAreaAndWalkAtTheirSpeed() {
        RanNetwork network = walkers(5, List.of());
        Layout layout = Layout.hexagon(1, 200);
        Point[] before = IntStream.range(0, 20).mapToObj(network::position).toArray(Point[]::new);
        double largest = 0;
        for (int i = 0; i < 50; i++) {
            network.runWindow(100);
            for (int ue = 0; ue < 10; ue++) {
                Point now = network.position(ue);
                assertThat(now.x()).isBetween(layout.low().x(), layout.high().x());
                assertThat(now.y()).isBetween(layout.low().y(), layout.high().y());
                largest = Math.max(largest, now.distanceTo(before[ue].x(), before[ue].y()));
                before[ue] = now;
            }
        }
        // 36 km/h are a metre in 100 ms.
        assertThat(largest).isCloseTo(1, within(1e-6));
    }

    @Test
    void networksThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkParameters(
                        Cells.busy(1000), STREET, new UrbanMicro(3.5), 38, 9, List.of(ALONG), HandoverRule.USUAL))
                .withMessageContaining("1 kinds of mobility for 4 twins");
        assertThatIllegalArgumentException().isThrownBy(() -> new Layout(List.of(), new Point(0, 0), new Point(1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Layout.hall(10, 10, 30));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mobility.Platoon(50, 10, new Point(0, 0), new Point(0, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new HandoverRule(-1, 0, 0));
    }

    private static double[] sorted(RanNetwork network, int ues) {
        double[] sinr = IntStream.range(0, ues).mapToDouble(network::sinrDb).toArray();
        Arrays.sort(sinr);
        return sinr;
    }

    private static RanNetwork resting(
            Layout layout, Propagation propagation, double transmitDbm, int ues, boolean indoors, long seed) {
        return new RanNetwork(
                parameters(layout, propagation, transmitDbm, ues, new Mobility.Resting(indoors)),
                Cells.profiles(1, 100),
                seed);
    }

    private static NetworkParameters parameters(
            Layout layout, Propagation propagation, double transmitDbm, int ues, Mobility mobility) {
        CellParameters cell = new CellParameters(
                52, 1000, List.of(new TwinParameters(ues, new Traffic.Poisson(500, 1500), FADED, false)), List.of());
        return new NetworkParameters(cell, layout, propagation, transmitDbm, 9, List.of(mobility), HandoverRule.USUAL);
    }

    private static RanNetwork platoon(HandoverRule rule, long seed) {
        CellParameters cell = new CellParameters(
                52,
                1000,
                List.of(new TwinParameters(6, new Traffic.Periodic(10, 125, 1), FADED, false)
                        .withLink(LinkProfile.USUAL.withHarq(Harq.CHASE.acknowledged(4, 30)))),
                List.of());
        NetworkParameters parameters =
                new NetworkParameters(cell, STREET, new UrbanMicro(3.5), 38, 9, List.of(ALONG), rule);
        return new RanNetwork(parameters, Cells.profiles(1, 2000), seed);
    }

    private static RanNetwork walkers(long seed, List<Presence> stays) {
        CellParameters cell = new CellParameters(
                        52,
                        500,
                        List.of(
                                new TwinParameters(10, new Traffic.Periodic(10, 200, 1), FADED, true),
                                new TwinParameters(10, new Traffic.Video(60, 2000, 0.1), FADED, false)),
                        List.of(new Disturbance(500, 900, Disturbance.CELL, 2, -3, 1, 0.5)))
                .withPresences(stays);
        NetworkParameters parameters = new NetworkParameters(
                cell,
                Layout.hexagon(1, 200),
                new UrbanMicro(3.5),
                33,
                9,
                List.of(new Mobility.RandomWaypoint(36, 0), new Mobility.RandomWaypoint(3, 1000)),
                HandoverRule.USUAL);
        return new RanNetwork(parameters, Cells.profiles(2, 20), seed);
    }
}
