package io.twinslice.env.grpc;

import io.twinslice.env.Environment;
import io.twinslice.env.Step;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import java.util.Optional;

/** One environment of a session: knows whether an episode runs, and turns every fault into a {@link Step.Failed}. */
final class Member {
    private final Environment environment;
    private long seed;
    private boolean begun;
    private boolean running;

    Member(Environment environment) {
        this.environment = environment;
    }

    /**
     * What one environment answered.
     *
     * @param begins whether it is the begin of an episode and no step
     * @param truth the window as it was, where the step may say something else
     */
    record Answer(boolean begins, Step step, Optional<TwinSnapshot> truth) {}

    boolean isRunning() {
        return running;
    }

    /** Whether there was an episode, running or ended. */
    boolean hasBegun() {
        return begun;
    }

    Answer reset(long episodeSeed) {
        seed = episodeSeed;
        begun = true;
        return answer(true, guarded(() -> environment.reset(episodeSeed)));
    }

    /** The episode after the last; its seed follows from the last one's. */
    Answer next() {
        return reset(successor(seed));
    }

    Answer step(QuotaPlan plan) {
        return answer(false, guarded(() -> environment.step(plan)));
    }

    void close() {
        environment.close();
    }

    private Answer answer(boolean begins, Step step) {
        running = step instanceof Step.Running;
        return new Answer(begins, step, step instanceof Step.Failed ? Optional.empty() : environment.truth());
    }

    /** One broken environment must not stop the others of its session. */
    private static Step guarded(Play play) {
        try {
            return play.play();
        } catch (RuntimeException e) {
            return new Step.Failed(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private interface Play {
        Step play();
    }

    /** The mixing function of SplitMix64 (Steele, Lea, Flood 2014), without its sign. */
    static long successor(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (z ^ (z >>> 31)) >>> 1;
    }
}
