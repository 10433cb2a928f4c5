package io.twinslice.lab.offline;

import io.twinslice.evaluation.offpolicy.ActionValues;
import java.util.List;

/**
 * What a split costs in a state: the mean of three parts, each depending on the PRBs of its own slice and on the bucket
 * of the state, shrunk towards the mean of all buckets of that load. What a run has in common is taken out first, so
 * that a split is not blamed for the runs that used it most.
 */
final class AdditiveModel implements ActionValues {
    /** Weight, in rounds, of the mean over all buckets. */
    private static final double SHRINKAGE = 30;

    private static final int SLICES = 3;

    private final List<Split> splits;

    /** Sum and count of the centred parts by slice, bucket and PRBs. */
    private final double[][][] sums = new double[SLICES][State.buckets()][Split.PRBS + 1];

    private final double[][][] counts = new double[SLICES][State.buckets()][Split.PRBS + 1];
    private final double[][] level = new double[2][SLICES];
    private final double[] rounds = new double[2];

    private AdditiveModel(List<Split> splits) {
        this.splits = splits;
    }

    /**
     * For each run the model of all others.
     *
     * @param propensities of the rounds
     */
    static AdditiveModel[] leaveOneRunOut(List<Round> rounds, double[] propensities, List<Split> splits, int runs) {
        double[][] means = means(rounds, propensities, runs);
        AdditiveModel all = new AdditiveModel(splits);
        AdditiveModel[] own = new AdditiveModel[runs];
        AdditiveModel[] others = new AdditiveModel[runs];
        for (int run = 0; run < runs; run++) {
            own[run] = new AdditiveModel(splits);
            others[run] = new AdditiveModel(splits);
        }
        for (Round round : rounds) {
            all.add(round, means[round.run()]);
            own[round.run()].add(round, means[round.run()]);
        }
        for (int run = 0; run < runs; run++) {
            others[run].plus(all, 1);
            others[run].plus(own[run], -1);
        }
        return others;
    }

    /** Mean parts of each run, as if all splits had been taken equally often. */
    private static double[][] means(List<Round> rounds, double[] propensities, int runs) {
        double[][] means = new double[runs][SLICES];
        double[] weights = new double[runs];
        for (int i = 0; i < propensities.length; i++) {
            Round round = rounds.get(i);
            weights[round.run()] += 1 / propensities[i];
            for (int slice = 0; slice < SLICES; slice++) {
                means[round.run()][slice] += round.parts()[slice] / propensities[i];
            }
        }
        for (int run = 0; run < runs; run++) {
            for (int slice = 0; slice < SLICES && weights[run] > 0; slice++) {
                means[run][slice] /= weights[run];
            }
        }
        return means;
    }

    private void add(Round round, double[] mean) {
        int load = State.heavy(round.state()) ? 1 : 0;
        rounds[load]++;
        for (int slice = 0; slice < SLICES; slice++) {
            int prbs = splits.get(round.action()).of(slice);
            int bucket = State.bucket(round.state(), slice);
            sums[slice][bucket][prbs] += round.parts()[slice] - mean[slice];
            counts[slice][bucket][prbs]++;
            level[load][slice] += mean[slice];
        }
    }

    private void plus(AdditiveModel other, double sign) {
        for (int slice = 0; slice < SLICES; slice++) {
            for (int bucket = 0; bucket < State.buckets(); bucket++) {
                for (int prbs = 0; prbs <= Split.PRBS; prbs++) {
                    sums[slice][bucket][prbs] += sign * other.sums[slice][bucket][prbs];
                    counts[slice][bucket][prbs] += sign * other.counts[slice][bucket][prbs];
                }
            }
        }
        for (int load = 0; load < 2; load++) {
            rounds[load] += sign * other.rounds[load];
            for (int slice = 0; slice < SLICES; slice++) {
                level[load][slice] += sign * other.level[load][slice];
            }
        }
    }

    @Override
    public void of(double[] state, double[] into) {
        for (int action = 0; action < into.length; action++) {
            double cost = 0;
            for (int slice = 0; slice < SLICES; slice++) {
                cost += part(state, slice, splits.get(action).of(slice));
            }
            into[action] = cost / SLICES;
        }
    }

    private double part(double[] state, int slice, int prbs) {
        int load = State.heavy(state) ? 1 : 0;
        double sum = 0;
        double count = 0;
        int half = State.buckets() / 2;
        int perLoad = slice == 0 ? half : 2;
        for (int bucket = load * perLoad; bucket < (load + 1) * perLoad; bucket++) {
            sum += sums[slice][bucket][prbs];
            count += counts[slice][bucket][prbs];
        }
        double ofLoad = count > 0 ? sum / count : 0;
        int bucket = State.bucket(state, slice);
        double centred = (sums[slice][bucket][prbs] + SHRINKAGE * ofLoad) / (counts[slice][bucket][prbs] + SHRINKAGE);
        return centred + (rounds[load] > 0 ? level[load][slice] / rounds[load] : 0);
    }

    /** The cheapest split in a state. */
    int best(double[] state) {
        double[] costs = new double[splits.size()];
        of(state, costs);
        return smallest(costs);
    }

    /** What a state would cost if every slice had the PRBs that suit it best, all at the same time. */
    double bound(double[] state) {
        double sum = 0;
        for (int slice = 0; slice < SLICES; slice++) {
            double least = Double.POSITIVE_INFINITY;
            for (Split split : splits) {
                least = Math.min(least, part(state, slice, split.of(slice)));
            }
            sum += least;
        }
        return sum / SLICES;
    }

    static int smallest(double[] values) {
        int smallest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[smallest]) {
                smallest = i;
            }
        }
        return smallest;
    }
}
