package io.twinslice.lab.offline;

import io.twinslice.learners.offline.BehaviourCloning;
import io.twinslice.learners.offline.ChoiceLog;
import io.twinslice.learners.offline.ConservativeQ;
import io.twinslice.learners.offline.Fitting;
import io.twinslice.learners.offline.ImplicitQ;
import io.twinslice.learners.offline.OfflineLearner;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the offline learners would choose. A run is decided by a network that never saw it: runs are dealt into folds,
 * each load evenly, and each fold is learned from the others. Decisions are valued one by one (discount 0), as the
 * estimators value them; what all decisions of a run have in common is taken out of their rewards.
 */
final class NetworkChoices {
    private static final int FOLDS = 4;
    private static final Fitting FITTING = new Fitting(32, 256, 800, 1e-3);

    /** In the order of the tables. */
    static final List<OfflineLearner> LEARNERS = List.of(
            new BehaviourCloning(FITTING),
            new ConservativeQ(FITTING, 0, 0.01, 0.05),
            new ImplicitQ(FITTING, 0, 0.01, 0.7, 3));

    private final OfflineLearner learner;
    private final int[] foldOfRun;
    private final List<Mlp> networks;
    private final float[] observation = new float[State.OBSERVED];
    private final float[] outputs;

    private NetworkChoices(OfflineLearner learner, int[] foldOfRun, List<Mlp> networks, int choices) {
        this.learner = learner;
        this.foldOfRun = foldOfRun;
        this.networks = List.copyOf(networks);
        outputs = new float[choices];
    }

    /** Learns by all of {@link #LEARNERS}. */
    static List<NetworkChoices> learn(List<Round> rounds, double[] propensities, int choices, int runs, long seed) {
        int[] foldOfRun = folds(rounds, runs);
        double[] rewards = rewards(rounds, propensities, runs);
        List<ChoiceLog> logs = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            logs.add(logWithout(fold, rounds, rewards, foldOfRun, choices));
        }
        List<NetworkChoices> learned = new ArrayList<>();
        for (OfflineLearner learner : LEARNERS) {
            List<Mlp> networks = logs.stream()
                    .map(log -> learner.learn(log, Kernel.fastest(), seed))
                    .toList();
            learned.add(new NetworkChoices(learner, foldOfRun, networks, choices));
        }
        return learned;
    }

    String name() {
        return learner.name();
    }

    /** Not thread-safe. */
    int choice(double[] state) {
        State.observe(state, observation);
        return OfflineLearner.choice(networks.get(foldOfRun[State.run(state)]), observation, outputs);
    }

    private static int[] folds(List<Round> rounds, int runs) {
        int[] foldOfRun = new int[runs];
        Map<Integer, Boolean> loads = new HashMap<>();
        rounds.forEach(round -> loads.put(round.run(), State.heavy(round.state())));
        int[] dealt = new int[2];
        for (int run = 0; run < runs; run++) {
            int load = loads.getOrDefault(run, false) ? 1 : 0;
            foldOfRun[run] = dealt[load]++ % FOLDS;
        }
        return foldOfRun;
    }

    /** How much cheaper a decision was than its run, in deviations. */
    private static double[] rewards(List<Round> rounds, double[] propensities, int runs) {
        double[] costs = new double[runs];
        double[] weights = new double[runs];
        for (int i = 0; i < propensities.length; i++) {
            Round round = rounds.get(i);
            costs[round.run()] += round.cost() / propensities[i];
            weights[round.run()] += 1 / propensities[i];
        }
        double[] rewards = new double[propensities.length];
        double squares = 0;
        for (int i = 0; i < rewards.length; i++) {
            Round round = rounds.get(i);
            rewards[i] = costs[round.run()] / weights[round.run()] - round.cost();
            squares += rewards[i] * rewards[i];
        }
        double deviation = Math.max(1e-9, Math.sqrt(squares / rewards.length));
        for (int i = 0; i < rewards.length; i++) {
            rewards[i] /= deviation;
        }
        return rewards;
    }

    private static ChoiceLog logWithout(int fold, List<Round> rounds, double[] rewards, int[] foldOfRun, int choices) {
        ChoiceLog log = new ChoiceLog(State.OBSERVED, choices);
        float[] observation = new float[State.OBSERVED];
        for (int i = 0; i < rewards.length; i++) {
            Round round = rounds.get(i);
            if (foldOfRun[round.run()] != fold) {
                State.observe(round.state(), observation);
                log.add(observation, round.action(), rewards[i], observation, true);
            }
        }
        return log;
    }
}
