package io.twinslice.env;

import java.util.List;

/**
 * What makes a scenario more than a cell that events happen to.
 *
 * @param split whose episodes these are
 * @param reporting what reaches a policy
 * @param promises that change in mid-episode
 * @param stays of UEs that come and go
 * @param interferers that switch on and off
 */
public record Twist(
        Split split,
        Reporting reporting,
        List<PromiseChange> promises,
        List<StayRecipe> stays,
        List<MarkovRecipe> interferers) {
    /** Not split, truly reported, with promises that hold and UEs that stay. */
    public static final Twist NONE = new Twist(Split.WHOLE, new Reporting.Clear(), List.of(), List.of(), List.of());

    public Twist {
        promises = List.copyOf(promises);
        stays = List.copyOf(stays);
        interferers = List.copyOf(interferers);
    }

    public Twist of(Split changed) {
        return new Twist(changed, reporting, promises, stays, interferers);
    }

    static Twist reported(Reporting reporting) {
        return new Twist(Split.WHOLE, reporting, List.of(), List.of(), List.of());
    }

    static Twist promised(PromiseChange... promises) {
        return new Twist(Split.WHOLE, NONE.reporting, List.of(promises), List.of(), List.of());
    }

    static Twist visited(StayRecipe... stays) {
        return new Twist(Split.WHOLE, NONE.reporting, List.of(), List.of(stays), List.of());
    }

    static Twist interfered(MarkovRecipe interferer) {
        return new Twist(Split.WHOLE, NONE.reporting, List.of(), List.of(), List.of(interferer));
    }

    /** Whether every twin that is named is one of so many. */
    boolean fits(int twins) {
        return promises.stream().allMatch(change -> change.twin() < twins)
                && stays.stream().allMatch(stay -> stay.twin() < twins)
                && !(reporting instanceof Reporting.Inflated inflated && inflated.twin() >= twins);
    }
}
