package io.twinslice.policy;

import io.twinslice.model.TwinSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Serves the slices in an order: each is guaranteed what it needs of what those before it left. */
final class OrderedPolicy implements Policy {
    private static final double SMOOTHING = 0.3;

    private final String name;
    private final Function<TwinSnapshot, Comparator<Integer>> order;
    private final SmoothedDemand demand = new SmoothedDemand(SMOOTHING, Demand::needed);

    private OrderedPolicy(String name, Function<TwinSnapshot, Comparator<Integer>> order) {
        this.name = name;
        this.order = order;
    }

    /** The twin with the highest priority first; of equal ones the one with the shorter deadline. */
    static OrderedPolicy byPriority() {
        return new OrderedPolicy(
                "strict-priority",
                snapshot -> Comparator.<Integer>comparingDouble(
                                i -> -snapshot.twins().get(i).priority())
                        .thenComparingInt(i -> snapshot.twins().get(i).sla().deadlineMillis())
                        .thenComparingInt(i -> i));
    }

    /** The twin whose oldest packet has the least time left first. */
    static OrderedPolicy byDeadline() {
        return new OrderedPolicy(
                "edf",
                snapshot -> Comparator.<Integer>comparingLong(i -> leftTenthMillis(snapshot, i))
                        .thenComparingInt(i -> i));
    }

    private static long leftTenthMillis(TwinSnapshot snapshot, int slice) {
        return 10L * snapshot.twins().get(slice).sla().deadlineMillis()
                - snapshot.reports().get(slice).headOfLineTenthMillis();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void restart() {
        demand.restart();
    }

    @Override
    public Decision decide(TwinSnapshot snapshot) {
        List<Integer> slices = IntStream.range(0, snapshot.slices())
                .boxed()
                .sorted(order.apply(snapshot))
                .toList();
        return Decision.certain(SmoothedDemand.waterfall(slices, demand.next(snapshot)));
    }
}
