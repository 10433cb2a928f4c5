package io.twinslice.lab.baselines;

import io.twinslice.env.Scenario;
import io.twinslice.env.Split;
import io.twinslice.lab.Progress;
import io.twinslice.learners.RolloutPool;
import io.twinslice.learners.control.SacLagrangian;
import io.twinslice.learners.suite.CertifiedErl;
import io.twinslice.learners.suite.SuiteCell;
import io.twinslice.learners.suite.SuitePlan;
import io.twinslice.model.QuotaPlan;
import io.twinslice.networks.Kernel;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Learns what the store does not have. */
final class SuiteLearning {
    static final String CERTIFIED_ERL = "certified-erl";
    static final String SAC_LAGRANGIAN = "sac-lagrangian";

    /** The best constant plan that certified ERL met on its way, and did not adapt. */
    static final String RACED_STATIC = "raced-static";

    /** In the order in which they learn: the second has the environment steps of the first. */
    static final List<String> LEARNERS = List.of(CERTIFIED_ERL, SAC_LAGRANGIAN);

    /** Raised with every change after which a learner learns something else: what was learned before is void then. */
    private static final int LEARNERS_VERSION = 1;

    private static final int TRAINING_SEEDS = 200;
    private static final int SELECTION_SEEDS = 10;

    private final SuitePlan plan;
    private final PolicyStore store;
    private final RolloutPool pool;
    private final Progress progress;
    private final LongSupplier cpuNanos;

    SuiteLearning(SuitePlan plan, PolicyStore store, RolloutPool pool, Progress progress, LongSupplier cpuNanos) {
        this.plan = plan;
        this.store = store;
        this.pool = pool;
        this.progress = progress;
        this.cpuNanos = cpuNanos;
    }

    /**
     * A policy for one scenario, from the store or learned now.
     *
     * @param bestStatic what learning begins with
     * @param budget environment steps of the control
     */
    TrainedPolicy trained(
            String learner, ScenarioStudy study, Scenario train, Scenario validation, QuotaPlan bestStatic, long budget)
            throws IOException {
        String how = LEARNERS_VERSION + " " + learner + " " + plan + " " + validation + " " + bestStatic
                + (learner.equals(SAC_LAGRANGIAN) ? " " + budget : "");
        String fingerprint = study.learningFingerprint(how);
        Optional<TrainedPolicy> kept = store.trained(train.name(), learner, fingerprint);
        if (kept.isPresent()) {
            return kept.get();
        }
        SuiteCell cell = new SuiteCell(
                train::environment,
                Split.TRAIN.seeds(TRAINING_SEEDS),
                validation::environment,
                Split.VALIDATION.seeds(SELECTION_SEEDS),
                List.of(bestStatic));
        String label = train.name() + ": " + learner;
        progress.note(label);
        long before = cpuNanos.getAsLong();
        TrainedPolicy.Learner learned = learner.equals(CERTIFIED_ERL)
                ? new TrainedPolicy.Learner.Chooser(new CertifiedErl(plan, pool, Kernel.fastest())
                        .learn(cell, stage -> progress.note(label + ", " + stage)))
                : new TrainedPolicy.Learner.Actor(new SacLagrangian(plan.seed(), Kernel.fastest()).learn(cell, budget));
        TrainedPolicy trained = new TrainedPolicy(learner, learned, (cpuNanos.getAsLong() - before) / 1e9);
        store.keep(train.name(), fingerprint, trained);
        return trained;
    }
}
