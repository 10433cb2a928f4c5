package io.twinslice.sync.fidelity;

import io.twinslice.env.Environment;
import io.twinslice.env.Step;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.sync.Fidelity;
import io.twinslice.sync.Kpi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a mirror answers a change of quota as the cell does.
 *
 * <p>Each twin's share goes from {@value #LOW_PERCENT} over {@value #MIDDLE_PERCENT} to {@value #HIGH_PERCENT} percent
 * of the cell, as guarantee and ceiling in one; the others share the rest alike. Every plan is played on the same seeds
 * from the same start, so that a difference between two plans is the plans' doing: arrivals and channel do not depend
 * on plans. A response is the change of a mean, over seeds. It counts when it is beyond what a mean of so many seeds is
 * sure to and beyond {@link Kpi#resolution}, in the cell or in the mirror.
 *
 * @param cases responses that count
 * @param signAgreement share of them with the same sign in both; NaN without any
 * @param slope of the mirror's responses on the cell's, through the origin, each KPI in units of the cell's root mean
 *     square response; NaN without any
 */
public record ActionResponse(List<Case> cases, double signAgreement, double slope) {
    private static final int LOW_PERCENT = 10;
    private static final int MIDDLE_PERCENT = 25;
    private static final int HIGH_PERCENT = 40;
    private static final List<Integer> LEVELS = List.of(LOW_PERCENT, MIDDLE_PERCENT, HIGH_PERCENT);
    private static final List<Kpi> KPIS = List.of(Kpi.DELIVERED_KBIT, Kpi.DELAY_TENTH_MILLIS, Kpi.LATE_SHARE);
    private static final double SURE = 2;

    public ActionResponse {
        cases = List.copyOf(cases);
    }

    /**
     * One response.
     *
     * @param twin name of the twin whose quota changed
     * @param kpi what changed with it
     * @param fromPercent share of the cell before
     * @param toPercent and after
     * @param world change of the mean in the cell
     * @param mirror change of the mean in the mirror
     */
    public record Case(String twin, Kpi kpi, int fromPercent, int toPercent, double world, double mirror) {
        boolean agrees() {
            return Math.signum(world) == Math.signum(mirror);
        }
    }

    /**
     * How much is played.
     *
     * @param seeds episodes of each plan, at least 2
     * @param windows of each episode, at least 1
     */
    public record Effort(int seeds, int windows) {
        public Effort {
            if (seeds < 2 || seeds > 1000 || windows < 1 || windows > 10_000) {
                throw new IllegalArgumentException(
                        "2..1000 seeds of 1..10000 windows are needed, not " + seeds + " of " + windows);
            }
        }

        /** Episodes that {@link ActionResponse#of} plays for so many twins. */
        public int episodes(int twins) {
            return 2 * seeds * twins * LEVELS.size();
        }
    }

    /**
     * Plays both.
     *
     * @param world the cell, for as many windows after a reset as an episode has
     * @param mirrors in turn for each seed, for example drawn from a posterior; at least one
     * @param played hears each episode
     * @throws IllegalStateException when an environment fails
     */
    public static ActionResponse of(
            Environment world, List<? extends Environment> mirrors, Effort effort, long seed, Runnable played) {
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("at least one mirror is needed");
        }
        int twins = start(world, seed).slices();
        List<Case> cases = new ArrayList<>();
        for (int twin = 0; twin < twins; twin++) {
            double[][][] here = new double[LEVELS.size()][][];
            double[][][] there = new double[LEVELS.size()][][];
            for (int level = 0; level < LEVELS.size(); level++) {
                QuotaPlan plan = plan(twins, twin, LEVELS.get(level));
                here[level] = means(List.of(world), plan, twin, effort, seed, played);
                there[level] = means(mirrors, plan, twin, effort, seed ^ 0x3A11L, played);
            }
            String name = start(world, seed).twins().get(twin).name();
            for (int level = 1; level < LEVELS.size(); level++) {
                for (int kpi = 0; kpi < KPIS.size(); kpi++) {
                    Change cell = Change.of(here[level - 1], here[level], kpi);
                    Change mirror = Change.of(there[level - 1], there[level], kpi);
                    double least = KPIS.get(kpi).resolution();
                    if (cell.counts(least) || mirror.counts(least)) {
                        cases.add(new Case(
                                name, KPIS.get(kpi), LEVELS.get(level - 1), LEVELS.get(level), cell.mean, mirror.mean));
                    }
                }
            }
        }
        return of(cases);
    }

    static ActionResponse of(List<Case> cases) {
        if (cases.isEmpty()) {
            return new ActionResponse(cases, Double.NaN, Double.NaN);
        }
        long agreeing = cases.stream().filter(Case::agrees).count();
        double products = 0;
        double squares = 0;
        for (Kpi kpi : KPIS) {
            List<Case> of = cases.stream().filter(each -> each.kpi() == kpi).toList();
            double power =
                    of.stream().mapToDouble(each -> each.world() * each.world()).sum();
            if (power > 0) {
                products += of.stream()
                                .mapToDouble(each -> each.world() * each.mirror())
                                .sum()
                        / power
                        * of.size();
                squares += of.size();
            }
        }
        return new ActionResponse(
                cases, agreeing / (double) cases.size(), squares == 0 ? Double.NaN : products / squares);
    }

    /** Both axes. */
    public List<FidelityScore> scores() {
        return List.of(
                FidelityScore.of(Axis.SIGN_AGREEMENT, "cell", signAgreement),
                FidelityScore.of(Axis.RESPONSE_SLOPE, "cell", slope));
    }

    /** One twin gets so much of the cell, the others share the rest alike. */
    static QuotaPlan plan(int twins, int twin, int percent) {
        List<PrbQuota> quotas = new ArrayList<>();
        int others = twins - 1;
        int rest = 100 - percent;
        int seen = 0;
        for (int i = 0; i < twins; i++) {
            int share = percent;
            if (i != twin) {
                share = rest * (seen + 1) / others - rest * seen / others;
                seen++;
            }
            quotas.add(new PrbQuota(0, share, share));
        }
        return new QuotaPlan(quotas);
    }

    /** By seed and KPI, the mean over an episode. */
    private static double[][] means(
            List<? extends Environment> cells, QuotaPlan plan, int twin, Effort effort, long seed, Runnable played) {
        double[][] means = new double[effort.seeds()][KPIS.size()];
        for (int run = 0; run < effort.seeds(); run++) {
            Environment cell = cells.get(run % cells.size());
            start(cell, seed + run);
            List<TwinSnapshot> windows = new ArrayList<>();
            for (int i = 0; i < effort.windows(); i++) {
                windows.add(snapshot(cell.step(plan)));
            }
            for (int kpi = 0; kpi < KPIS.size(); kpi++) {
                means[run][kpi] = Arrays.stream(Fidelity.series(windows, twin, KPIS.get(kpi)))
                        .average()
                        .orElseThrow();
            }
            played.run();
        }
        return means;
    }

    private static TwinSnapshot start(Environment cell, long seed) {
        return snapshot(cell.reset(seed));
    }

    private static TwinSnapshot snapshot(Step step) {
        return switch (step) {
            case Step.Running(var snapshot) -> snapshot;
            case Step.Terminated(var snapshot) -> snapshot;
            case Step.Truncated(var snapshot) -> snapshot;
            case Step.Failed(var reason) -> throw new IllegalStateException("the environment failed: " + reason);
        };
    }

    /** Mean and standard error of a change, over seeds. */
    private record Change(double mean, double error) {
        static Change of(double[][] before, double[][] after, int kpi) {
            int seeds = before.length;
            double mean = 0;
            for (int run = 0; run < seeds; run++) {
                mean += (after[run][kpi] - before[run][kpi]) / seeds;
            }
            double squares = 0;
            for (int run = 0; run < seeds; run++) {
                double off = after[run][kpi] - before[run][kpi] - mean;
                squares += off * off;
            }
            return new Change(mean, Math.sqrt(squares / (seeds - 1) / seeds));
        }

        boolean counts(double least) {
            return Math.abs(mean) > Math.max(least, SURE * error);
        }
    }
}
