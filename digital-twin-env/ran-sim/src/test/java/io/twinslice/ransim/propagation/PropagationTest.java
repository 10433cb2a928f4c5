package io.twinslice.ransim.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.ransim.propagation.Factory.Hall;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Check values of TR 38.901 formulas at 3.5 GHz, computed independently and compared with public implementations. */
class PropagationTest {
    private static final Offset<Double> HUNDREDTH = within(0.01);

    @Test
    void urbanMacroMeetsItsCheckValues() {
        UrbanMacro urban = new UrbanMacro(3.5);
        assertThat(urban.breakPointMetres()).isCloseTo(560.39, HUNDREDTH);
        assertThat(urban.losDb(100)).isCloseTo(83.14, HUNDREDTH);
        assertThat(urban.nlosDb(100)).isCloseTo(103.04, HUNDREDTH);
        assertThat(urban.losDb(600)).isCloseTo(100.54, HUNDREDTH);
        assertThat(urban.losProbability(18)).isEqualTo(1);
        assertThat(urban.losProbability(100)).isCloseTo(0.3477, within(5e-5));
        assertThat(urban.losProbability(200)).isCloseTo(0.1280, within(5e-5));
        assertThat(urban.shadowingDb(true)).isEqualTo(4);
        assertThat(urban.shadowingDb(false)).isEqualTo(6);
    }

    @Test
    void theBranchesOfLineOfSightMeetAtTheBreakPoint() {
        UrbanMacro macro = new UrbanMacro(3.5);
        double bend = macro.breakPointMetres();
        assertThat(macro.losDb(bend + 1e-9) - macro.losDb(bend - 1e-9)).isCloseTo(0, within(0.005));
        UrbanMicro micro = new UrbanMicro(3.5);
        bend = micro.breakPointMetres();
        assertThat(micro.losDb(bend + 1e-9) - micro.losDb(bend - 1e-9)).isCloseTo(0, within(0.05));
    }

    @Test
    void urbanMicroMeetsItsCheckValues() {
        UrbanMicro street = new UrbanMicro(3.5);
        assertThat(street.breakPointMetres()).isCloseTo(210.15, HUNDREDTH);
        assertThat(street.losDb(100)).isCloseTo(85.31, HUNDREDTH);
        assertThat(street.nlosDb(100)).isCloseTo(104.64, HUNDREDTH);
        assertThat(street.losProbability(100)).isCloseTo(0.2310, within(5e-5));
        assertThat(street.shadowingDb(false)).isEqualTo(7.82);
    }

    @ParameterizedTest
    @CsvSource({"SPARSE_LOW, 87.21, 5.7", "DENSE_LOW, 90.13, 7.2", "SPARSE_HIGH, 82.36, 5.9", "DENSE_HIGH, 81.72, 4.0"})
    void factoryHallsMeetTheirCheckValuesAt50MetresSlant(Hall hall, double nlos, double sigma) {
        Factory factory = new Factory(hall, 3.5);
        double height = factory.baseHeight() - factory.ueHeight();
        double metres = Math.sqrt(50 * 50 - height * height);
        assertThat(factory.losDb(metres)).isCloseTo(78.71, HUNDREDTH);
        assertThat(factory.nlosDb(metres)).isCloseTo(nlos, HUNDREDTH);
        assertThat(factory.shadowingDb(false)).isEqualTo(sigma);
    }

    @Test
    void lineOfSightInAFactoryFollowsTheClutter() {
        // k = -10 / ln(0.8) = 44.81; exp(-20/44.81) = 0.64.
        assertThat(new Factory(Hall.SPARSE_LOW, 3.5).losProbability(20)).isCloseTo(0.64, within(1e-9));
        // k = -2 / ln(0.4) = 2.1827, times (8 - 1.5) / (3 - 1.5) = 9.4585; exp(-20/9.4585).
        assertThat(new Factory(Hall.DENSE_HIGH, 3.5).losProbability(20)).isCloseTo(0.12070, within(1e-5));
        assertThat(new Factory(Hall.DENSE_LOW, 3.5).losProbability(20)).isLessThan(2e-4);
    }

    @Test
    void officesMeetTheirCheckValuesAt20MetresSlant() {
        IndoorOffice office = new IndoorOffice(3.5, false);
        double metres = Math.sqrt(20 * 20 - 2 * 2);
        assertThat(office.losDb(metres)).isCloseTo(65.79, HUNDREDTH);
        assertThat(office.nlosDb(metres)).isCloseTo(80.68, HUNDREDTH);
        assertThat(office.losProbability(1.2)).isEqualTo(1);
        assertThat(office.losProbability(5.9)).isCloseTo(Math.exp(-1), within(1e-12));
        assertThat(office.losProbability(39.1)).isCloseTo(0.32 * Math.exp(-1), within(1e-12));
        IndoorOffice open = new IndoorOffice(3.5, true);
        assertThat(open.losProbability(5)).isEqualTo(1);
        assertThat(open.losProbability(49)).isCloseTo(Math.exp(-44 / 70.8), within(1e-12));
        assertThat(open.losProbability(260.7)).isCloseTo(0.54 * Math.exp(-1), within(1e-12));
    }

    @Test
    void wallsMeetTheirCheckValue() {
        assertThat(PenetrationLoss.lowDb(3.5, 0)).isCloseTo(12.70, HUNDREDTH);
        assertThat(PenetrationLoss.lowDb(3.5, 10)).isCloseTo(17.70, HUNDREDTH);
    }

    static Stream<Propagation> scenarios() {
        return Stream.of(
                new UrbanMacro(0.7),
                new UrbanMacro(3.5),
                new UrbanMacro(28, 30, 10),
                new UrbanMicro(2.1),
                new UrbanMicro(3.5),
                new Factory(Hall.SPARSE_LOW, 3.7),
                new Factory(Hall.DENSE_LOW, 3.7),
                new Factory(Hall.SPARSE_HIGH, 3.7),
                new Factory(Hall.DENSE_HIGH, 26),
                new IndoorOffice(3.5, true),
                new IndoorOffice(60, false));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void fartherIsNeverLouderNorClearerAndBlockedIsNeverLouder(Propagation scenario) {
        for (double metres = 0; metres < 1500; metres += 2.5) {
            double next = metres + 2.5;
            // The two branches of a street canyon leave a step of some hundredths of a dB.
            assertThat(scenario.losDb(next)).isGreaterThan(scenario.losDb(metres) - 0.05);
            assertThat(scenario.nlosDb(next)).isGreaterThan(scenario.nlosDb(metres) - 0.05);
            assertThat(scenario.nlosDb(metres)).isGreaterThanOrEqualTo(scenario.losDb(metres));
            // The office's probability has a step of 0.004 at 6.5 m and of 0.003 at 49 m.
            assertThat(scenario.losProbability(next)).isBetween(0.0, scenario.losProbability(metres) + 0.01);
        }
        assertThat(scenario.losProbability(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 15, -112.45",
        "1, 30, -109.44",
        "50, 15, -95.46",
        "51, 30, -92.36",
        "273, 30, -85.08",
    })
    void noiseIsThermalNoisePlusNoiseFigure(int prbs, int subcarrierKhz, double dbm) {
        assertThat(new LinkBudget(275, subcarrierKhz, 46, 9).noiseDbm(prbs)).isCloseTo(dbm, HUNDREDTH);
    }

    @Test
    void theSnrOfAPrbIsThatOfTheCarrier() {
        LinkBudget budget = new LinkBudget(51, 30, 46, 9);
        assertThat(budget.snrDb(120)).isCloseTo(46 - 120 - budget.noiseDbm(51), within(1e-9));
        assertThat(budget.snrDb(120)).isCloseTo(18.36, HUNDREDTH);
    }

    @ParameterizedTest
    @CsvSource({"3, 9.7, 43.5", "30, 97, 4.4", "60, 194, 2.2", "120, 389, 1.1"})
    void fadingLosesCoherenceWithSpeed(double kilometresPerHour, double hertz, double millis) {
        assertThat(Doppler.shiftHertz(kilometresPerHour, 3.5)).isCloseTo(hertz, within(0.6));
        assertThat(Doppler.coherenceMillis(kilometresPerHour, 3.5)).isCloseTo(millis, within(0.06));
        assertThat(Doppler.memory(millis, millis)).isCloseTo(Math.exp(-1), within(1e-12));
    }

    @Test
    void shadowingKeepsItsVarianceAndForgetsOverItsDistance() {
        SplittableRandom random = new SplittableRandom(11);
        int steps = 400_000;
        double[] walk = new double[steps];
        for (int i = 1; i < steps; i++) {
            walk[i] = Shadowing.moved(walk[i - 1], 5, 50, random.nextGaussian());
        }
        double variance = 0;
        double lagged = 0;
        for (int i = 10; i < steps; i++) {
            variance += walk[i] * walk[i];
            lagged += walk[i] * walk[i - 10];
        }
        assertThat(variance / steps).isCloseTo(1, within(0.03));
        assertThat(lagged / variance).isCloseTo(Math.exp(-1), within(0.02));
        assertThat(Shadowing.moved(1.7, 0, 50, 9)).isEqualTo(1.7);
    }

    @Test
    void impossibleGeometryIsRefusedByName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UrbanMacro(0)).withMessageContaining("carrierGhz");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UrbanMacro(3.5, 25, 20))
                .withMessageContaining("ueHeight");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Factory(Hall.DENSE_LOW, 3.5, 2, 1.5, 0.2, 3))
                .withMessageContaining("clutterDensity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Factory(Hall.SPARSE_HIGH, 3.5, 3, 1.5, 0.2, 3))
                .withMessageContaining("above the clutter");
        assertThatIllegalArgumentException().isThrownBy(() -> new LinkBudget(51, 20, 46, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> PenetrationLoss.lowDb(3.5, Double.NaN));
    }
}
