package io.twinslice.learners.control;

import io.twinslice.learners.SplitMix;
import io.twinslice.networks.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/**
 * One training run: explore, learn, and be judged on episodes of its own in between and at the end. What is judged is
 * the policy as it stands then, without exploration; these episodes pick nothing.
 */
public final class ControlRun {
    /** Episodes that give the final score. */
    public static final int FINAL_EPISODES = 100;

    /** Episodes behind each point of the curve. */
    static final int CURVE_EPISODES = 10;

    private static final int CURVE_POINTS = 20;

    private ControlRun() {}

    /**
     * What a run gave.
     *
     * @param score mean return of {@value #FINAL_EPISODES} episodes after the last step
     * @param curve mean return of some episodes along the way
     */
    public record Result(double score, List<Point> curve) {
        public Result {
            curve = List.copyOf(curve);
        }
    }

    /** A point of the learning curve. */
    public record Point(int step, double meanReturn) {}

    /**
     * Trains once.
     *
     * @param steps of training, at least 1; {@link ClassicBenchmark#steps} is what the bar is for
     * @param kernel changes speed, not results
     * @param listener is told the steps done, now and then
     */
    public static Result of(ClassicBenchmark benchmark, int steps, long seed, Kernel kernel, IntConsumer listener) {
        return of(benchmark.training().of(steps), seed, kernel, listener);
    }

    static Result of(Training training, long seed, Kernel kernel, IntConsumer listener) {
        Schedule schedule = training.schedule();
        ControlTask task = training.task().get();
        ControlTask judged = training.task().get();
        SplitMix random = new SplitMix(SplitMix.seed(seed, 1));
        SplitMix own = new SplitMix(SplitMix.seed(seed, 2));
        ControlLearner learner = training.maker().learner(task, schedule.rows(), kernel, own);
        Memory memory = new Memory(schedule.memory(), schedule.rows(), task);
        float[] state = new float[task.observations()];
        float[] next = new float[task.observations()];
        float[] action = new float[task.actions().size()];
        List<Point> curve = new ArrayList<>();
        int inEpisode = 0;
        for (int step = 1; step <= schedule.steps(); step++) {
            if (inEpisode == 0) {
                task.begin(random);
                task.observe(state);
                learner.begin();
            }
            if (step <= schedule.atRandom()) {
                any(task.actions(), random, action);
            } else {
                learner.explore(state, (double) step / schedule.steps(), action);
            }
            double reward = task.act(action);
            task.observe(next);
            inEpisode = task.hasEnded() || inEpisode + 1 == task.horizon() ? 0 : inEpisode + 1;
            memory.add(state, action, reward, next, task.hasEnded(), inEpisode == 0);
            learner.felt(reward, inEpisode == 0);
            System.arraycopy(next, 0, state, 0, state.length);
            if (step > schedule.learnsAfter() && step % schedule.every() == 0) {
                for (int update = 0; update < schedule.updates(); update++) {
                    learner.learn(memory);
                }
            }
            if (step % Math.max(1, schedule.steps() / CURVE_POINTS) == 0) {
                curve.add(new Point(step, judge(learner, judged, CURVE_EPISODES, SplitMix.seed(seed, 3, step))));
            }
            if (step % 100 == 0) {
                listener.accept(step);
            }
        }
        return new Result(judge(learner, judged, FINAL_EPISODES, SplitMix.seed(seed, 4)), curve);
    }

    static void any(ControlTask.Actions actions, RandomGenerator random, float[] action) {
        switch (actions) {
            case ControlTask.Actions.Discrete(int count) -> action[0] = random.nextInt(count);
            case ControlTask.Actions.Continuous(int size) -> {
                for (int i = 0; i < size; i++) {
                    action[i] = 2 * random.nextFloat() - 1;
                }
            }
        }
    }

    /** Mean return of episodes without exploration. */
    static double judge(ControlLearner learner, ControlTask task, int episodes, long seed) {
        SplitMix random = new SplitMix(seed);
        float[] state = new float[task.observations()];
        float[] action = new float[task.actions().size()];
        double sum = 0;
        for (int episode = 0; episode < episodes; episode++) {
            task.begin(random);
            for (int step = 0; step < task.horizon(); step++) {
                task.observe(state);
                learner.decide(state, action);
                sum += task.act(action);
                if (task.hasEnded()) {
                    break;
                }
            }
        }
        return sum / episodes;
    }
}
