package io.twinslice.lab.train;

import io.twinslice.bundle.PolicyCandidate;
import io.twinslice.bundle.SigningKey;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Complaint;
import io.twinslice.lab.Daemons;
import io.twinslice.lab.Desk;
import io.twinslice.lab.JobFailure;
import io.twinslice.lab.Progress;
import io.twinslice.learners.CheckpointException;
import io.twinslice.learners.Checkpoints;
import io.twinslice.learners.ClusterException;
import io.twinslice.learners.ClusterPool;
import io.twinslice.learners.RolloutPool;
import io.twinslice.learners.TrainingProgress;
import io.twinslice.onnx.OnnxException;
import io.twinslice.trainer.PlanBenchmark;
import io.twinslice.trainer.PolicyTrainer;
import io.twinslice.trainer.TrainedPolicy;
import io.twinslice.trainer.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;

/** Trains by the plan in a folder and leaves the result there. */
final class TrainEngine implements AutoCloseable {
    private final Desk desk;
    private final LongSupplier nanoTime;
    private final SecureRandom random;
    private final String address;
    private final ExecutorService workers;

    /** @param address of the pool */
    TrainEngine(Desk desk, LongSupplier nanoTime, SecureRandom random, int processors, String address) {
        this.desk = desk;
        this.nanoTime = nanoTime;
        this.random = random;
        this.address = address;
        workers = Daemons.pool("rollout", processors);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    void train(TrainFolder folder) throws IOException, JobFailure {
        TrainingPlan plan = folder.plan();
        desk.farewell("interrupted; go on by: twinslice train --resume " + folder.path());
        if (address.equals(Pools.LOCAL)) {
            finish(folder, plan, RolloutPool.on(workers));
        } else {
            desk.step("connecting to " + address);
            try (ClusterPool cluster = Pools.open(address, workers)) {
                desk.say(cluster.description());
                finish(folder, plan, cluster);
            } catch (ClusterException e) {
                throw new JobFailure(
                        Complaint.unavailable(
                                String.valueOf(e.getMessage()),
                                address,
                                "go on here or on a cluster by: twinslice train --resume " + folder.path()),
                        e);
            }
        }
    }

    private void finish(TrainFolder folder, TrainingPlan plan, RolloutPool pool) throws IOException, JobFailure {
        desk.step("training " + plan.name() + " with " + plan.learner().name() + ", seed "
                + plan.learner().seed() + ", on " + plan.scenarios().size()
                + (plan.scenarios().size() == 1 ? " scenario" : " scenarios"));
        TrainedPolicy trained = trained(folder, plan, pool);
        desk.say(String.format(
                Locale.ROOT,
                "%,d windows simulated; chosen: %s with %.1f permille of twin-windows broken",
                trained.environmentSteps(),
                trained.origin(),
                trained.violationsPermille()));
        desk.step("comparing with what needs no learning, on episodes that training never saw");
        List<PlanBenchmark.Table> tables;
        try (Progress progress = desk.progress("scenarios", plan.scenarios().size())) {
            int[] begun = new int[1];
            tables = new PlanBenchmark(plan, pool, workers).play(trained.network(), scenario -> {
                progress.note(scenario);
                progress.at(begun[0]++);
            });
            progress.at(plan.scenarios().size());
        }
        write(folder, new TrainPages(plan, trained, tables));
    }

    private TrainedPolicy trained(TrainFolder folder, TrainingPlan plan, RolloutPool pool) throws JobFailure {
        try {
            Checkpoints checkpoints = PolicyTrainer.checkpoints(plan, folder.checkpoints(), nanoTime);
            int before = generationsBefore(plan, checkpoints);
            if (before > 0) {
                desk.say("going on after generation " + before + " of "
                        + plan.learner().generations());
            }
            int left = Math.max(1, plan.learner().generations() - before);
            try (Progress progress = desk.progress("generations", left)) {
                Telling telling = new Telling(progress, before);
                return PolicyTrainer.train(plan, pool, checkpoints, telling::tell);
            }
        } catch (CheckpointException e) {
            throw new JobFailure(
                    Complaint.usage(
                            String.valueOf(e.getMessage()),
                            folder.checkpoints().toString(),
                            "remove the folder to begin anew"),
                    e);
        }
    }

    private static int generationsBefore(TrainingPlan plan, Checkpoints checkpoints) {
        return switch (plan.learner()) {
            case TrainingPlan.Erl erl -> checkpoints.generations(erl.settings());
        };
    }

    /** Says where the training stands. */
    private final class Telling {
        private final Progress progress;
        private final int before;
        private final long begunNanos = nanoTime.getAsLong();
        private Optional<TrainingProgress> first = Optional.empty();

        private Telling(Progress progress, int before) {
            this.progress = progress;
            this.before = before;
        }

        private void tell(TrainingProgress at) {
            double seconds = Math.max(1e-3, (nanoTime.getAsLong() - begunNanos) / 1e9);
            long since = first.map(TrainingProgress::environmentSteps).orElse(0L);
            // What was simulated before the first report of a resumed run is not known to have been so now.
            double perSecond = before > 0 && first.isEmpty() ? 0 : (at.environmentSteps() - since) / seconds;
            if (before > 0 && first.isEmpty()) {
                first = Optional.of(at);
            }
            progress.note(String.format(
                    Locale.ROOT,
                    "broken %.1f permille, return %.1f, %.1f PRBs, %,.0f windows/s",
                    at.bestViolationsPermille(),
                    at.bestReward(),
                    at.bestHeldPrbs(),
                    perSecond));
            progress.at(at.generation() - before);
        }
    }

    /** {@code train.json} comes last: a folder that has it is complete. */
    private void write(TrainFolder folder, TrainPages pages) throws IOException, JobFailure {
        PolicyCandidate candidate = pages.candidate();
        SigningKey key = SigningKey.generate(random);
        Files.createDirectories(folder.file("keys"));
        key.savePublic(folder.file("keys"), "trainer");
        AtomicFile.write(
                folder.file("policy.twincandidate"), candidate.signedBy(key).encode());
        try {
            AtomicFile.write(folder.file("policy.onnx"), pages.onnx(candidate));
        } catch (OnnxException e) {
            throw new JobFailure(Complaint.of(e), e);
        }
        pages.show(desk);
        AtomicFile.write(folder.file("report.html"), pages.html(candidate));
        AtomicFile.write(folder.result(), pages.json(candidate));
        folder.forgetCheckpoints();
        desk.farewell("");
        desk.say("policy: " + folder.file("policy.onnx") + " and " + folder.file("policy.twincandidate"));
        desk.say("report: " + folder.file("report.html"));
    }
}
