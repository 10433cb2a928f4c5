package io.twinslice.lab.run;

import io.twinslice.a1.A1Dialect;
import io.twinslice.a1.A1Settings;
import io.twinslice.bundle.BundleOpener;
import io.twinslice.bundle.PolicyCandidate;
import io.twinslice.bundle.ReleaseTerms;
import io.twinslice.bundle.TrustRoot;
import io.twinslice.keeper.Mirror;
import io.twinslice.keeper.TwinKeeper;
import io.twinslice.lab.Complaint;
import io.twinslice.lab.Daemons;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.JobFailure;
import io.twinslice.lab.Progress;
import io.twinslice.lab.RunJob;
import io.twinslice.lab.RunOptions;
import io.twinslice.learners.CheckpointException;
import io.twinslice.learners.ErlPlan;
import io.twinslice.learners.RolloutPool;
import io.twinslice.promoter.Cell;
import io.twinslice.promoter.Watch;
import io.twinslice.slicecontrol.LoopCounters;
import io.twinslice.trainer.PolicyTrainer;
import io.twinslice.trainer.TrainedPolicy;
import io.twinslice.trainer.TrainingRecord;
import io.twinslice.verification.VerificationPlan;
import io.twinslice.verification.Verifier;
import io.twinslice.verification.VirtualPlane;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;

/**
 * {@code twinslice run}: the whole story once, on real sockets, in the order in which it is told in
 * docs/architecture.md.
 */
public final class RunEngine implements RunJob {
    private static final int CHECKPOINT_EVERY = 2;
    private static final int CALIBRATION_UNITS = 100;
    private static final Duration VALIDITY = Duration.ofDays(30);

    private final InstantSource clock;
    private final LongSupplier nanoClock;
    private final SecureRandom keyRandom;
    private final int threads;
    private final RunSize quick;
    private final RunSize full;

    /**
     * @param clock for the terms of the release and the wall-clock fields
     * @param nanoClock measures how long the sections take
     * @param keyRandom makes the keys of the run
     * @param threads that simulate; no result depends on their number
     */
    public RunEngine(InstantSource clock, LongSupplier nanoClock, SecureRandom keyRandom, int threads) {
        this(clock, nanoClock, keyRandom, threads, RunSize.quick(), RunSize.full());
    }

    RunEngine(
            InstantSource clock,
            LongSupplier nanoClock,
            SecureRandom keyRandom,
            int threads,
            RunSize quick,
            RunSize full) {
        this.clock = clock;
        this.nanoClock = nanoClock;
        this.keyRandom = keyRandom;
        this.threads = threads;
        this.quick = quick;
        this.full = full;
    }

    @Override
    public int run(RunOptions options, Desk desk) throws Exception {
        Stage stage = Stage.of(options.scenario(), options.traffic(), options.map(), options.seed());
        RunFolder folder = RunFolder.open(options.out());
        ExecutorService workers = Daemons.pool("simulate", threads);
        try {
            return new Run(options, desk, stage, folder, workers).play();
        } finally {
            workers.shutdownNow();
        }
    }

    /** One run under way. */
    private final class Run {
        private final RunOptions options;
        private final Desk desk;
        private final Stage stage;
        private final RunFolder folder;
        private final ExecutorService workers;
        private final RunSize size;
        private final int twins;
        private final Sections sections;
        private final LiveRecorder recorder;
        private final TwinKeeper keeper;
        private Optional<Mirror> mirror = Optional.empty();
        private Optional<TrainedPolicy> trained = Optional.empty();

        Run(RunOptions options, Desk desk, Stage stage, RunFolder folder, ExecutorService workers) {
            this.options = options;
            this.desk = desk;
            this.stage = stage;
            this.folder = folder;
            this.workers = workers;
            size = options.quick() ? quick : full;
            twins = stage.known().twins().size();
            sections = new Sections(desk, clock, nanoClock);
            keeper = new TwinKeeper(stage.known(), size.watchWindows(), options.seed());
            recorder = new LiveRecorder(keeper);
        }

        int play() throws Exception {
            Keyring keys = Keyring.generate(keyRandom);
            TrustRoot root = options.bundle().isPresent()
                    ? RunFolder.trustRootBeside(options.bundle().get())
                    : keys.trustRoot();
            sections.begin("start", "starting the E2 node, the near-RT RIC of the lab and the xApp");
            RunResults results;
            try (Loopback loopback = Loopback.start(
                    stage.hidden().withWindows(size.liveWindows()).after(size.watchWindows()),
                    options.seed(),
                    options.paced(),
                    folder.path(),
                    root,
                    Guardrails.envelope(twins),
                    recorder,
                    clock,
                    nanoClock)) {
                desk.say(String.format(
                        Locale.ROOT,
                        "E2 is set up, KPM subscribed, A1 open; scenario %s, seed %d, %d twins on %d PRB",
                        stage.known().name(),
                        options.seed(),
                        twins,
                        stage.known().parameters().prbCount()));
                stage.recording().ifPresent(recording -> desk.say("replaying " + recording));
                live(
                        loopback,
                        "watch",
                        "watching the RAN under the safe baseline: equal guarantees",
                        size.watchWindows());
                Shipment shipment = ship(loopback, keys, root);
                double tookOverAt = recorder.seconds();
                desk.say(String.format(Locale.ROOT, "%s: %s", shipment.verdict(), shipment.reason()));
                live(
                        loopback,
                        "live",
                        shipment.activated()
                                ? "steering the RAN with the policy \"" + shipment.name() + "\""
                                : "steering the RAN with the safe baseline",
                        size.liveWindows());
                LoopCounters counters = loopback.settled();
                Contest.Result contest = contest(shipment);
                results = new RunResults(
                        options,
                        stage,
                        mirror,
                        trained,
                        shipment,
                        tookOverAt,
                        recorder,
                        counters,
                        loopback.xapp().policyRefusals(),
                        loopback.node().counters(),
                        contest,
                        size);
            }
            if (options.bundle().isEmpty()) {
                keys.savePublicHalves(folder.path().resolve("keys"));
            }
            new RunPages(results, sections.finish()).write(folder, desk);
            return results.isYes() ? ExitCode.OK : ExitCode.ANSWER_IS_NO;
        }

        private void live(Loopback loopback, String section, String title, int windows)
                throws IOException, InterruptedException {
            sections.begin(section, title);
            try (Progress progress = desk.progress("windows", windows)) {
                loopback.node().run(windows, window -> {
                    recorder.window(window);
                    progress.advance(1);
                });
            }
            desk.say(String.format(
                    Locale.ROOT,
                    "%d windows of %d ms, %d KPM reports so far, %d controls acknowledged",
                    windows,
                    stage.known().windowMillis(),
                    loopback.xapp().counters().indications(),
                    loopback.settled().controlsAcknowledged()));
        }

        private Shipment ship(Loopback loopback, Keyring keys, TrustRoot root) throws Exception {
            try (Shipping shipping = new Shipping(
                    A1Settings.of(loopback.a1(), A1Dialect.MEDIATOR),
                    Loopback.HOST,
                    new BundleOpener(root, clock),
                    new Cell(Loopback.CELL_ID, stage.known().twins()),
                    new Watch(Duration.ofMillis(20), Duration.ofSeconds(20)),
                    digest -> loopback.xapp().policyDigest().equals(digest))) {
                if (options.bundle().isPresent()) {
                    sections.begin(
                            "ship", "shipping the bundle " + options.bundle().get());
                    byte[] bundle = RunFolder.read(options.bundle().get());
                    return shipping.ship(bundle, Guardrails.envelope(twins));
                }
                Mirror calibrated = calibrate();
                Planes planes = new Planes(stage.known(), calibrated.scenario().parameters(), size, options.seed());
                PolicyCandidate candidate = candidate(calibrated, planes).signedBy(keys.trainer());
                sections.begin("verify", "verifying on virtual planes that training never saw");
                VerificationPlan plan;
                try (Progress progress = desk.progress("reference episodes", planes.referenceEpisodes())) {
                    plan = planes.plan(counting(progress));
                }
                byte[] secret = Candidates.secret(options.seed());
                try (Progress progress = desk.progress("episodes", episodes(plan))) {
                    return shipping.promote(
                            new Verifier(root, secret, workers),
                            candidate,
                            plan,
                            Faithfulness.of(calibrated),
                            new ReleaseTerms(
                                    clock.instant().getEpochSecond(),
                                    clock.instant(),
                                    clock.instant().plus(VALIDITY)),
                            keys,
                            folder.path().resolve(RunFolder.BUNDLE),
                            new EpisodeProgress(progress));
                }
            }
        }

        private Mirror calibrate() throws JobFailure {
            sections.begin("calibrate", "calibrating the twin of the RAN on what KPM showed");
            Optional<Mirror> found;
            try (Progress progress = desk.progress("candidate cells", CALIBRATION_UNITS)) {
                found = keeper.calibrate((tried, planned) -> progress.at((long) tried * CALIBRATION_UNITS / planned));
            }
            Mirror calibrated = found.orElseThrow(() -> new JobFailure(new Complaint(
                    ExitCode.UNAVAILABLE,
                    "only " + keeper.windows() + " KPM windows arrived, too few to calibrate on",
                    "the live run",
                    "look at decisions.jsonl for what the xApp received")));
            mirror = Optional.of(calibrated);
            desk.say(String.format(
                    Locale.ROOT,
                    "distance from the RAN: %.3f before, %.3f after",
                    calibrated.calibration().distanceBefore(),
                    calibrated.calibration().distanceAfter()));
            return calibrated;
        }

        private PolicyCandidate candidate(Mirror calibrated, Planes planes) throws IOException, JobFailure {
            if (options.candidate().isPresent()) {
                return Candidates.planted(options.candidate().get(), twins);
            }
            sections.begin("train", "training in the calibrated twin");
            ErlPlan plan = size.trainingPlan(options.seed());
            try (Progress progress = desk.progress("generations", plan.generations())) {
                TrainedPolicy policy = train(plan, planes, progress);
                trained = Optional.of(policy);
                TrainingRecord.of(policy).save(folder.path().resolve("training.json"));
                desk.say(String.format(
                        Locale.ROOT,
                        "%d windows simulated; chosen: %s with %.1f %% of twin-windows broken",
                        policy.environmentSteps(),
                        policy.origin(),
                        policy.violationsPermille() / 10));
                return Candidates.trained(policy, calibrated, twins);
            }
        }

        private TrainedPolicy train(ErlPlan plan, Planes planes, Progress progress) throws JobFailure {
            try {
                return new PolicyTrainer(RolloutPool.on(workers), CHECKPOINT_EVERY)
                        .train(plan, planes.training(), Optional.of(folder.checkpoints()), generation -> {
                            progress.note(String.format(
                                    Locale.ROOT,
                                    "best %.1f %% of twin-windows broken",
                                    generation.bestViolationsPermille() / 10));
                            progress.at(generation.generation());
                        });
            } catch (CheckpointException e) {
                throw new JobFailure(
                        Complaint.usage(
                                "an interrupted training lies there, and it is not this one: " + e.getMessage(),
                                folder.checkpoints().toString(),
                                "repeat the command that was interrupted, or choose another folder with --out"),
                        e);
            }
        }

        private Contest.Result contest(Shipment shipment) {
            sections.begin("compare", "comparing policies on the same seeds of the hidden cell");
            try (Progress progress = desk.progress("episodes", Contest.episodes(shipment.entrant(), size))) {
                return Contest.play(stage.hidden(), shipment.entrant(), size, options.seed(), counting(progress));
            }
        }

        /** The workers, counting each task as one unit. */
        private Executor counting(Progress progress) {
            return task -> workers.execute(() -> {
                // Before the task: who waits for its result may close the progress as soon as it is there.
                progress.advance(1);
                task.run();
            });
        }

        private static int episodes(VerificationPlan plan) {
            return plan.planes().stream().mapToInt(VirtualPlane::episodes).sum();
        }
    }
}
