package io.twinslice.sync.recording;

import io.twinslice.ransim.lte.TestbedRadio;
import io.twinslice.sync.recording.CellSamples.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fits a twin to recordings of the testbed and scores it on others. Deterministic given the seed; not thread-safe.
 *
 * <p>When both folders are the same, runs are left out: the twin is fitted to half of them and scored on the other
 * half, then the other way round.
 */
public final class TestbedFidelity {
    private static final int SCORE_STRETCH_MILLIS = 9_000;

    private final Size size;
    private final long seed;

    /**
     * How much is done.
     *
     * @param evaluations radios tried in each fit
     * @param every one of so many stretches is played for the score
     */
    public record Size(int evaluations, int every) {
        /** For a score to rely on. */
        public static final Size WHOLE = new Size(160, 3);

        public Size {
            if (evaluations < 1 || every < 1) {
                throw new IllegalArgumentException(
                        "needs at least one evaluation and stretch, not " + evaluations + " and " + every);
            }
        }
    }

    /** One half of the work: fitted to some runs, scored on others. */
    private record Fold(List<TestbedRun> fit, List<TestbedRun> score) {}

    /** What a fold gave. */
    private record Outcome(TestbedRadio radio, CellSamples real, CellSamples twin) {}

    public TestbedFidelity(Size size, long seed) {
        this.size = size;
        this.seed = seed;
    }

    /**
     * Fits and scores.
     *
     * @param fit folder that is fitted to
     * @param score folder that is scored
     * @throws InvalidRecordingException when a recording is refused
     */
    public TestbedScore measure(Path fit, Path score, FidelityProgress progress) throws IOException {
        List<TestbedRun> fitRuns = TestbedReader.read(fit);
        boolean same = Files.isSameFile(fit, score);
        List<Fold> folds = same ? halves(fitRuns) : List.of(new Fold(fitRuns, TestbedReader.read(score)));
        int perFold = size.evaluations + 1;
        List<Outcome> outcomes = new ArrayList<>();
        for (int fold = 0; fold < folds.size(); fold++) {
            Fold each = folds.get(fold);
            int before = fold * perFold;
            TestbedRadio radio = new TestbedFit(each.fit, seed)
                    .search(seed, size.evaluations, done -> progress.at(before + done, folds.size() * perFold));
            CellSamples twin = new CellSamples();
            for (TestbedTwin.Stretch stretch :
                    TestbedTwin.stretches(each.score, SCORE_STRETCH_MILLIS, size.every, seed + 1)) {
                TestbedTwin.play(stretch, radio, twin);
            }
            progress.at(before + perFold, folds.size() * perFold);
            outcomes.add(new Outcome(radio, CellSamples.recorded(each.score), twin));
        }
        return score(same ? "leave-runs-out, two halves" : "fitted to one folder, scored on the other", outcomes);
    }

    private List<Fold> halves(List<TestbedRun> runs) throws InvalidRecordingException {
        if (runs.size() < 2) {
            throw new InvalidRecordingException("one run cannot be fitted and scored: name two folders");
        }
        List<TestbedRun> shuffled = new ArrayList<>(runs);
        Collections.shuffle(shuffled, new SplittableRandom(seed));
        shuffled.sort(Comparator.comparingInt(TestbedRun::traffic));
        List<TestbedRun> one = new ArrayList<>();
        List<TestbedRun> other = new ArrayList<>();
        for (int i = 0; i < shuffled.size(); i++) {
            (i % 2 == 0 ? one : other).add(shuffled.get(i));
        }
        return List.of(new Fold(one, other), new Fold(other, one));
    }

    private static TestbedScore score(String method, List<Outcome> outcomes) throws InvalidRecordingException {
        List<TestbedScore.Cell> cells = new ArrayList<>();
        for (int cell = 0; cell < CellSamples.CELLS; cell++) {
            int rows = 0;
            int folds = 0;
            double[] sum = new double[Quantity.values().length];
            for (Outcome outcome : outcomes) {
                if (isScored(outcome, cell)) {
                    folds++;
                    rows += outcome.real.count(cell);
                    sum[0] += distance(outcome, cell, Quantity.RATE);
                    sum[1] += distance(outcome, cell, Quantity.BUFFER);
                    sum[2] += distance(outcome, cell, Quantity.RATIO);
                }
            }
            if (folds > 0) {
                cells.add(new TestbedScore.Cell(
                        CellSamples.traffic(cell) + 1,
                        CellSamples.slice(cell),
                        CellSamples.prbs(cell),
                        rows,
                        sum[0] / folds,
                        sum[1] / folds,
                        sum[2] / folds));
            }
        }
        if (cells.isEmpty()) {
            throw new InvalidRecordingException("no cell of traffic, slice and PRBs has " + TestbedFit.FEWEST_ROWS
                    + " rows after the first minute");
        }
        double[] rate =
                sorted(cells.stream().mapToDouble(TestbedScore.Cell::rate).toArray());
        double[] buffer =
                sorted(cells.stream().mapToDouble(TestbedScore.Cell::buffer).toArray());
        double[] ratio =
                sorted(cells.stream().mapToDouble(TestbedScore.Cell::ratio).toArray());
        return new TestbedScore(
                method,
                quantile(rate, 0.5),
                quantile(buffer, 0.5),
                quantile(ratio, 0.5),
                quantile(rate, 0.9),
                quantile(buffer, 0.9),
                quantile(ratio, 0.9),
                cells,
                outcomes.stream().map(Outcome::radio).toList(),
                curves(cells, outcomes.getFirst()));
    }

    private static boolean isScored(Outcome outcome, int cell) {
        return outcome.real.count(cell) >= TestbedFit.FEWEST_ROWS && outcome.twin.count(cell) > 0;
    }

    private static double distance(Outcome outcome, int cell, Quantity quantity) {
        return new QuantileDistance(outcome.real.sorted(cell, quantity)).to(outcome.twin.sorted(cell, quantity));
    }

    /** Quantile curves of the median and the worst cell of each quantity. */
    private static List<Curve> curves(List<TestbedScore.Cell> cells, Outcome outcome) {
        List<Curve> curves = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            List<TestbedScore.Cell> scored = new ArrayList<>(cells);
            scored.removeIf(cell -> !isScored(outcome, place(cell)));
            scored.sort(Comparator.comparingDouble(cell -> of(cell, quantity)));
            if (!scored.isEmpty()) {
                curves.add(curve("median cell", scored.get(scored.size() / 2), quantity, outcome));
                curves.add(curve("worst cell", scored.getLast(), quantity, outcome));
            }
        }
        return curves;
    }

    private static int place(TestbedScore.Cell cell) {
        return CellSamples.cell(cell.traffic() - 1, cell.slice(), cell.prbs());
    }

    private static double of(TestbedScore.Cell cell, Quantity quantity) {
        return switch (quantity) {
            case RATE -> cell.rate();
            case BUFFER -> cell.buffer();
            case RATIO -> cell.ratio();
        };
    }

    private static Curve curve(String which, TestbedScore.Cell cell, Quantity quantity, Outcome outcome) {
        String slice = switch (cell.slice()) {
            case 0 -> "eMBB";
            case 1 -> "MTC";
            default -> "URLLC";
        };
        String name = switch (quantity) {
            case RATE -> "MAC rate";
            case BUFFER -> "queued octets";
            case RATIO -> "granted / requested PRBs";
        };
        String unit = switch (quantity) {
            case RATE -> "Mbit/s";
            case BUFFER -> "B";
            case RATIO -> "";
        };
        List<Double> across = new ArrayList<>();
        for (int i = 0; i < QuantileDistance.QUANTILES; i++) {
            across.add(0.25 + 99.5 * i / (QuantileDistance.QUANTILES - 1));
        }
        return new Curve(
                name + ", " + which + ": " + slice + " on " + cell.prbs() + " PRBs, traffic " + cell.traffic(),
                "% of windows",
                unit,
                across,
                boxed(QuantileDistance.quantiles(outcome.real.sorted(place(cell), quantity))),
                boxed(QuantileDistance.quantiles(outcome.twin.sorted(place(cell), quantity))));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static double[] sorted(double[] values) {
        Arrays.sort(values);
        return values;
    }

    static double quantile(double[] sorted, double part) {
        double at = part * (sorted.length - 1);
        int low = (int) at;
        int high = Math.min(sorted.length - 1, low + 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }
}
