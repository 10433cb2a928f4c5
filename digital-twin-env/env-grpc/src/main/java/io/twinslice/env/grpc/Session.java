package io.twinslice.env.grpc;

import io.grpc.Status;
import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.model.QuotaPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The environments that one client steps together. One call at a time. Everything in a call is checked before anything
 * is stepped, and no result depends on the number of workers.
 */
final class Session {
    /** More parts than workers: a worker whose core is busy elsewhere leaves some of its parts to the others. */
    private static final int PARTS_PER_WORKER = 4;

    private final Scenario scenario;
    private final List<Member> members;
    private final ExecutorService steps;
    private final int workers;

    Session(
            Scenario scenario,
            int count,
            Function<Scenario, Environment> environments,
            ExecutorService steps,
            int workers) {
        this.scenario = scenario;
        this.members = IntStream.range(0, count)
                .mapToObj(i -> new Member(environments.apply(scenario)))
                .toList();
        this.steps = steps;
        this.workers = workers;
    }

    Scenario scenario() {
        return scenario;
    }

    int size() {
        return members.size();
    }

    int slices() {
        return scenario.twins().size();
    }

    /** Begins episodes in the environments named, or in all when none is. */
    List<Member.Answer> reset(List<Integer> named, List<Long> seeds) throws InterruptedException {
        List<Integer> which =
                named.isEmpty() ? IntStream.range(0, size()).boxed().toList() : List.copyOf(named);
        Set<Integer> seen = new HashSet<>();
        for (int i : which) {
            require(i >= 0 && i < size(), "environment " + i + " is not one of 0.." + (size() - 1));
            require(seen.add(i), "environment " + i + " is named twice");
        }
        require(seeds.size() == which.size(), seeds.size() + " seeds for " + which.size() + " environments");
        for (long seed : seeds) {
            require(seed >= 0, "a seed is a whole number from 0, not " + seed);
        }
        return each(which.size(), at -> members.get(which.get(at)).reset(seeds.get(at)));
    }

    /** Steps all environments. */
    List<Member.Answer> step(Actions actions, boolean autoreset) throws InterruptedException {
        require(
                actions.numbers() == size() * slices() * actions.perSlice(),
                actions.numbers() + " numbers are not " + size() + " environments x " + slices() + " slices x "
                        + actions.perSlice());
        List<QuotaPlan> plans = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            Member member = members.get(i);
            if (!member.isRunning() && !(autoreset && member.hasBegun())) {
                throw Status.FAILED_PRECONDITION
                        .withDescription("environment " + i + " has no running episode: reset it first")
                        .asRuntimeException();
            }
            try {
                plans.add(actions.plan(i, slices()));
            } catch (IllegalArgumentException e) {
                throw Status.INVALID_ARGUMENT
                        .withDescription("environment " + i + ": " + e.getMessage())
                        .withCause(e)
                        .asRuntimeException();
            }
        }
        return each(size(), i -> {
            Member member = members.get(i);
            return member.isRunning() ? member.step(plans.get(i)) : member.next();
        });
    }

    /** Releases the environments. */
    void close() {
        members.forEach(Member::close);
    }

    /** Answers of {@code 0..count-1}, in order, made by the workers in contiguous parts. */
    private List<Member.Answer> each(int count, IntFunction<Member.Answer> play) throws InterruptedException {
        int parts = Math.min(PARTS_PER_WORKER * workers, count);
        List<Callable<List<Member.Answer>>> tasks = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            int from = count * part / parts;
            int to = count * (part + 1) / parts;
            tasks.add(() -> IntStream.range(from, to).mapToObj(play).toList());
        }
        List<Member.Answer> answers = new ArrayList<>(count);
        for (Future<List<Member.Answer>> done : steps.invokeAll(tasks)) {
            try {
                answers.addAll(done.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a worker failed", e.getCause());
            }
        }
        return answers;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw Status.INVALID_ARGUMENT.withDescription(otherwise).asRuntimeException();
        }
    }
}
