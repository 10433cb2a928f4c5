package io.twinslice.sync.recording;

import io.twinslice.ransim.lte.PolicyCellSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Fits a twin to traces of the network simulator and scores it on others. Deterministic given the seed; not
 * thread-safe.
 *
 * <p>When both folders are the same, traces are left out: the twin is fitted to every second one and scored on the
 * others, then the other way round.
 */
public final class Ns3Fidelity {
    private final int evaluations;
    private final long seed;

    private record Fold(List<Ns3Trace> fit, List<Ns3Trace> score) {}

    /** @param evaluations settings tried in each fit, at least 1 */
    public Ns3Fidelity(int evaluations, long seed) {
        if (evaluations < 1) {
            throw new IllegalArgumentException("needs at least one evaluation, not " + evaluations);
        }
        this.evaluations = evaluations;
        this.seed = seed;
    }

    /**
     * Fits and scores.
     *
     * @param fit folder that is fitted to
     * @param score folder that is scored
     * @throws InvalidRecordingException when a trace is refused
     */
    public Ns3Score measure(Path fit, Path score, FidelityProgress progress) throws IOException {
        boolean same = Files.isSameFile(fit, score);
        List<Ns3Trace> fitTraces = longEnough(Ns3Reader.read(fit));
        List<Ns3Trace> scoreTraces = same ? fitTraces : longEnough(Ns3Reader.read(score));
        List<Fold> folds = new ArrayList<>();
        if (same) {
            if (fitTraces.size() < 2) {
                throw new InvalidRecordingException("one trace cannot be fitted and scored: name two folders");
            }
            List<Ns3Trace> even = everySecond(fitTraces, 0);
            List<Ns3Trace> odd = everySecond(fitTraces, 1);
            folds.add(new Fold(even, odd));
            folds.add(new Fold(odd, even));
        } else {
            folds.add(new Fold(fitTraces, scoreTraces));
        }
        int total = folds.size() * evaluations + scoreTraces.size();
        int done = 0;
        Ns3Twin twin = new Ns3Twin(seed);
        List<PolicyCellSettings> fitted = new ArrayList<>();
        List<Ns3Comparison> comparisons = new ArrayList<>();
        for (Fold fold : folds) {
            int before = done;
            PolicyCellSettings settings =
                    new Ns3Fit(twin, fold.fit).search(seed, evaluations, tried -> progress.at(before + tried, total));
            fitted.add(settings);
            done += evaluations;
            for (Ns3Trace trace : fold.score) {
                comparisons.add(new Ns3Comparison(trace, twin.forecast(trace, settings)));
                progress.at(++done, total);
            }
        }
        return score(
                same ? "leave-traces-out, every second one" : "fitted to one folder, scored on the other",
                comparisons,
                fitted);
    }

    private static List<Ns3Trace> longEnough(List<Ns3Trace> traces) throws InvalidRecordingException {
        List<Ns3Trace> kept =
                traces.stream().filter(Ns3Comparison::isLongEnough).toList();
        if (kept.isEmpty()) {
            throw new InvalidRecordingException("no trace is longer than the "
                    + Ns3Twin.LOOK_INTERVALS * Ns3Trace.INTERVAL_MILLIS / 1000 + " s that the twin looks at");
        }
        return kept;
    }

    private static List<Ns3Trace> everySecond(List<Ns3Trace> traces, int first) {
        List<Ns3Trace> kept = new ArrayList<>();
        for (int i = first; i < traces.size(); i += 2) {
            kept.add(traces.get(i));
        }
        return kept;
    }

    private static Ns3Score score(String method, List<Ns3Comparison> comparisons, List<PolicyCellSettings> fitted) {
        List<Ns3Score.SliceScore> slices = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        List<Integer> responses = new ArrayList<>();
        double[] real = new double[comparisons.size()];
        double[] simulated = new double[comparisons.size()];
        for (int i = 0; i < comparisons.size(); i++) {
            List<Ns3Score.SliceScore> ofTrace = comparisons.get(i).slices();
            for (int slice = 0; slice < ofTrace.size(); slice++) {
                curves.add(comparisons.get(i).throughput(slice));
            }
            slices.addAll(ofTrace);
            responses.addAll(comparisons.get(i).responses());
            real[i] = Ns3Comparison.cost(ofTrace, false);
            simulated[i] = Ns3Comparison.cost(ofTrace, true);
        }
        double[] ratios = slices.stream()
                .filter(slice -> slice.unsaturated() && slice.p95Millis() > 0)
                .mapToDouble(slice -> slice.twinP95Millis() / slice.p95Millis())
                .sorted()
                .toArray();
        double[] errors = slices.stream()
                .mapToDouble(Ns3Score.SliceScore::throughputNrmse)
                .sorted()
                .toArray();
        long within = Arrays.stream(ratios)
                .filter(ratio -> ratio >= 0.8 && ratio <= 1.25)
                .count();
        return new Ns3Score(
                method,
                Arrays.stream(errors).sum() / errors.length,
                errors[errors.length - 1],
                ratios.length == 0 ? 1 : ratios[0],
                ratios.length == 0 ? 1 : ratios[ratios.length - 1],
                ratios.length == 0 ? 1 : TestbedFidelity.quantile(ratios, 0.5),
                ratios.length == 0 ? 1 : within / (double) ratios.length,
                KendallTau.of(real, simulated),
                responses.isEmpty()
                        ? 1
                        : responses.stream().mapToInt(Integer::intValue).sum() / (double) responses.size(),
                responses.size(),
                slices,
                fitted,
                picked(curves, slices));
    }

    /** The lines of the median and of the worst slice. */
    private static List<Curve> picked(List<Curve> curves, List<Ns3Score.SliceScore> slices) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> slices.get(i).throughputNrmse()));
        return List.of(curves.get(order.get(order.size() / 2)), curves.get(order.getLast()));
    }
}
