package io.twinslice.env;

import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What becomes of the reports of one episode on their way to the policy. */
abstract sealed class ReportChannel {
    private static final long SALT = 0xB11_4D01L;

    private ReportChannel() {}

    /** The report that arrives at the end of this window, if one does; the first window is always reported. */
    abstract Optional<TwinSnapshot> pass(TwinSnapshot truth);

    abstract ReportChannel fork();

    /**
     * Draws the channel of one episode.
     *
     * @param windows of the episode
     */
    static ReportChannel of(Reporting reporting, Split split, long seed, int windows) {
        SplittableRandom random = new SplittableRandom(seed ^ SALT);
        double first = split.share(EventRecipe.uniform(random));
        double second = split.share(EventRecipe.uniform(random));
        return switch (reporting) {
            case Reporting.Clear _ -> new Direct();
            case Reporting.Lossy lossy -> {
                int start = (int) Math.round(lossy.blackoutStart().at(second) * windows);
                yield new Late(
                        random.nextLong(),
                        lossy.loss().at(first),
                        lossy.delayWindows(),
                        start,
                        start + lossy.blackoutWindows());
            }
            case Reporting.Inflated inflated ->
                new Liar(inflated.twin(), inflated.factor().at(first));
        };
    }

    private static final class Direct extends ReportChannel {
        @Override
        Optional<TwinSnapshot> pass(TwinSnapshot truth) {
            return Optional.of(truth);
        }

        @Override
        ReportChannel fork() {
            return this;
        }
    }

    private static final class Late extends ReportChannel {
        private final long key;
        private final double loss;
        private final int delay;
        private final int blackoutFrom;
        private final int blackoutUntil;
        private final Deque<TwinSnapshot> underWay = new ArrayDeque<>();
        private int window;

        private Late(long key, double loss, int delay, int blackoutFrom, int blackoutUntil) {
            this.key = key;
            this.loss = loss;
            this.delay = delay;
            this.blackoutFrom = blackoutFrom;
            this.blackoutUntil = blackoutUntil;
        }

        @Override
        Optional<TwinSnapshot> pass(TwinSnapshot truth) {
            int now = window++;
            if (now == 0) {
                return Optional.of(truth);
            }
            underWay.addLast(truth);
            if (underWay.size() <= delay) {
                return Optional.empty();
            }
            TwinSnapshot arriving = underWay.removeFirst();
            boolean lost = EventRecipe.uniform(new SplittableRandom(key + now)) < loss;
            boolean dark = now >= blackoutFrom && now < blackoutUntil;
            return lost || dark ? Optional.empty() : Optional.of(arriving);
        }

        @Override
        ReportChannel fork() {
            Late copy = new Late(key, loss, delay, blackoutFrom, blackoutUntil);
            copy.underWay.addAll(underWay);
            copy.window = window;
            return copy;
        }
    }

    private static final class Liar extends ReportChannel {
        private final int twin;
        private final double factor;

        private Liar(int twin, double factor) {
            this.twin = twin;
            this.factor = factor;
        }

        @Override
        Optional<TwinSnapshot> pass(TwinSnapshot truth) {
            List<SliceReport> reports = new ArrayList<>(truth.reports());
            SliceReport honest = reports.get(twin);
            reports.set(
                    twin,
                    new SliceReport(
                            honest.offeredKbit(),
                            honest.deliveredKbit(),
                            (int) Math.min(Integer.MAX_VALUE, Math.round(honest.bufferedKbit() * factor)),
                            honest.prbUsed(),
                            honest.packets(),
                            honest.latePackets(),
                            honest.meanDelayTenthMillis(),
                            honest.headOfLineTenthMillis(),
                            honest.aoiMeanMillis(),
                            honest.aoiPeakMillis(),
                            honest.aoiOverLimitPermille(),
                            honest.cqiMeanTenth(),
                            honest.cqiLowTenth(),
                            honest.activeUes()));
            return Optional.of(new TwinSnapshot(
                    truth.windowEndMillis(),
                    truth.windowMillis(),
                    truth.prbCount(),
                    truth.twins(),
                    reports,
                    truth.inForce()));
        }

        @Override
        ReportChannel fork() {
            return this;
        }
    }
}
