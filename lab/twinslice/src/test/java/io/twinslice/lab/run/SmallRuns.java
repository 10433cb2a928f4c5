package io.twinslice.lab.run;

import io.twinslice.lab.Desk;
import io.twinslice.lab.RunOptions;
import io.twinslice.learners.ErlPlan;
import io.twinslice.trainer.TrainingPlans;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Whole runs that are small enough for a test: everything is there, little of each. */
final class SmallRuns {
    private SmallRuns() {}

    /** Two generations, and a verification that anything decent passes. */
    static RunSize size() {
        return new RunSize(SmallRuns::training, 60, 40, 40, 64, 0.4, 4, 60, 2, 12);
    }

    private static ErlPlan training(long seed) {
        ErlPlan plan = TrainingPlans.quick(seed);
        return new ErlPlan(seed, 6, 2, 2, 100, 16, 200, 4, plan.evolution(), plan.offPolicy(), plan.guard());
    }

    static RunEngine engine(int threads) {
        return new RunEngine(
                InstantSource.system(), System::nanoTime, new SecureRandom(), threads, size(), RunSize.full());
    }

    static RunOptions options(Path out) {
        return options(out, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static RunOptions withBundle(Path out, Path bundle) {
        return options(out, Optional.of(bundle), Optional.empty(), Optional.empty());
    }

    static RunOptions withCandidate(Path out, String candidate) {
        return options(out, Optional.empty(), Optional.of(candidate), Optional.empty());
    }

    static RunOptions withTraffic(Path out, Path recording) {
        return options(out, Optional.empty(), Optional.empty(), Optional.of(recording));
    }

    private static RunOptions options(
            Path out, Optional<Path> bundle, Optional<String> candidate, Optional<Path> traffic) {
        return new RunOptions(
                true, 1, out, "factory-floor", bundle, candidate, traffic, Map.of(), false, Optional.empty());
    }

    /** A desk that remembers what was shown. */
    static final class Paper {
        private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
        private final Desk desk =
                new Desk(new PrintStream(octets, true, StandardCharsets.UTF_8), Desk.Style.PLAIN, System::nanoTime);

        Desk desk() {
            return desk;
        }

        String text() {
            return octets.toString(StandardCharsets.UTF_8);
        }
    }
}
