package io.twinslice.lab.report;

import io.twinslice.lab.report.ReportData.Counts;
import io.twinslice.lab.report.ReportData.Fidelity;
import io.twinslice.lab.report.ReportData.Generation;
import io.twinslice.lab.report.ReportData.Mark;
import io.twinslice.lab.report.ReportData.NamedFile;
import io.twinslice.lab.report.ReportData.NamedValue;
import io.twinslice.lab.report.TwinSeries.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** A run that never happened, from a seed: synthetic data in the shape and size of a real one. */
final class SampleReport {
    static final int TWINS = 4;
    static final int PLOTS = 3 + 2 + 3 * TWINS + 1;

    private final SplittableRandom random;
    private final UnaryOperator<String> text;

    private SampleReport(long seed, UnaryOperator<String> text) {
        this.random = new SplittableRandom(seed);
        this.text = text;
    }

    /** Passed and activated. */
    static ReportData passed(long seed) {
        return new SampleReport(seed, UnaryOperator.identity()).data("PASS", true);
    }

    /** Refused, with every text replaced by what {@code text} makes of it. */
    static ReportData refused(long seed, UnaryOperator<String> text) {
        return new SampleReport(seed, text).data("FAIL", false);
    }

    private ReportData data(String verdict, boolean activated) {
        return new ReportData(
                text("Twinslice run"),
                text("factory"),
                1,
                true,
                activated ? Optional.empty() : Optional.of(text("afternoon.csv")),
                text("learned"),
                text("equal"),
                verdict,
                gates(verdict.equals("PASS")),
                activated,
                new Counts(1200, 431, 425, 4, 2),
                policies(),
                Optional.of(new PairedDifference(
                        new Estimate(-21.6, -25.1, -18.4),
                        new Estimate(-912, -1310, -504),
                        new Estimate(-96, -130, -61))),
                Optional.of(new PairedDifference(
                        new Estimate(-1.1, -3.2, 0.9), new Estimate(-41, -77, -3), new Estimate(4, -11, 19))),
                live(),
                List.of(new Mark(30, text("learned policy in force")), new Mark(84, text("burst of the vehicles"))),
                training(),
                List.of(
                        new NamedValue(text("mean SNR"), text("17.3 dB")),
                        new NamedValue(text("HARQ round trip"), text("7.9 ms")),
                        new NamedValue(text("coherence time"), text("41 ms"))),
                List.of(
                        new Fidelity(text("delivered volume, kbit/s"), 0.61, 0.07, 0.5),
                        new Fidelity(text("delay, ms"), 1.2, 0.22, 0.5),
                        new Fidelity(text("PRBs used"), 0.9, 0.72, 0.5)),
                List.of(
                        new Refusal(text("shield"), text("minimum may rise by 20 points a window at most"), 17),
                        new Refusal(text("e2-node"), text("quota exceeds the cell"), 4)),
                List.of(
                        new NamedValue(text("late ticks of the control loop"), "3"),
                        new NamedValue(text("worst tick"), "12.4 ms")),
                List.of(
                        new NamedFile(text("run.json"), 4312, text("this run for programs")),
                        new NamedFile(text("decisions.jsonl"), 1_204_551, text("each decision of the xApp"))));
    }

    private String text(String plain) {
        return text.apply(plain);
    }

    private List<GateResult> gates(boolean passed) {
        return List.of(
                new GateResult(
                        text("promises"),
                        true,
                        text("10.3 s per episode"),
                        text("at most 31.9 s (equal)"),
                        text("3 planes, 12 scenarios, seeds 1..8")),
                new GateResult(
                        text("no twin starves"),
                        passed,
                        text(passed ? "longest 0.4 s without a PRB" : "longest 9.7 s without a PRB"),
                        text("at most 1 s"),
                        text("adversarial plane, seed 5")),
                new GateResult(
                        text("stale reports"),
                        true,
                        text("0 quotas outside the shield"),
                        text("0"),
                        text("KPM lost for 5 s, seeds 1..8")),
                new GateResult(
                        text("size of a decision"), true, text("0.21 ms"), text("1 ms"), text("10,000 decisions")));
    }

    private List<PolicyResult> policies() {
        return List.of(
                policy("learned", 10.3, 6204, 212),
                policy("equal", 31.9, 7116, 308),
                policy("static", 24.7, 7388, 291),
                policy("proportional", 18.2, 6690, 260),
                policy("oracle", 6.1, 5987, 188));
    }

    private PolicyResult policy(String name, double violations, double prb, double aoi) {
        return new PolicyResult(
                text(name),
                around(violations),
                around(prb),
                around(aoi),
                List.of(
                        new PolicyResult.Twin(text("press-line"), around(violations / 3)),
                        new PolicyResult.Twin(text("agv-fleet"), around(violations / 1.5))));
    }

    private Estimate around(double value) {
        return new Estimate(
                value, value * (1 - random.nextDouble(0.03, 0.14)), value * (1 + random.nextDouble(0.03, 0.14)));
    }

    private List<TwinSeries> live() {
        List<TwinSeries> live = new ArrayList<>();
        String[] names = {"press-line", "agv-fleet", "camera-wall", "air-handling"};
        String[] promises = {
            "99.9 % of packets within 20 ms", "state at most 200 ms old", "12 Mbit/s", "98 % of packets within 200 ms"
        };
        int[] deadlines = {20, 60, 0, 200};
        int[] ages = {0, 200, 0, 1000};
        int[] needs = {18, 30, 24, 8};
        for (int i = 0; i < TWINS; i++) {
            live.add(new TwinSeries(
                    text(names[i]),
                    text(promises[i]),
                    deadlines[i] == 0 ? OptionalInt.empty() : OptionalInt.of(deadlines[i]),
                    ages[i] == 0 ? OptionalInt.empty() : OptionalInt.of(ages[i]),
                    windows(needs[i], Math.max(10, deadlines[i]), Math.max(80, ages[i]))));
        }
        return live;
    }

    private List<Window> windows(int need, int deadline, int age) {
        List<Window> windows = new ArrayList<>();
        double load = 1;
        int min = 25;
        for (int i = 1; i <= 1200; i++) {
            double seconds = i / 10.0;
            load = Math.max(0.3, load + 0.08 * random.nextGaussian() - 0.05 * (load - 1));
            double burst = seconds > 84 && seconds < 92 ? 1.8 : 1;
            double wanted = need * load * burst;
            if (seconds >= 30 && i % 5 == 0) {
                min = (int) Math.clamp(Math.round(wanted * 1.15), 4L, 34L);
            }
            double pressure = wanted / min;
            double delay = deadline * 0.32 * Math.max(0.4, pressure * pressure) * random.nextDouble(0.8, 1.25);
            if (burst > 1 && pressure > 1.2) {
                delay *= 1 + 30 * (pressure - 1.2);
            }
            double aoi = age * 0.4 * Math.max(0.5, pressure) * random.nextDouble(0.6, 1.6);
            windows.add(new Window(
                    seconds,
                    Math.min(4, min),
                    min,
                    Math.min(100, min + 35),
                    Math.round(delay * 10) / 10.0,
                    Math.round(aoi),
                    delay > deadline * 0.75));
        }
        return windows;
    }

    private List<Generation> training() {
        List<Generation> generations = new ArrayList<>();
        double best = 34;
        for (int i = 0; i < 40; i++) {
            best = Math.max(9.4, best - random.nextDouble(0, 1.6));
            generations.add(new Generation(i, best, best + 4 + random.nextDouble(0, 6)));
        }
        return generations;
    }
}
