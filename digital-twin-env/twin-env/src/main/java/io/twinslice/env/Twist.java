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
 * @param hardSplit whether the cell cannot lend: the minimum ratios, scaled up to the whole carrier, are what each
 *     slice has and all it has
 */
public record Twist(
        Split split,
        Reporting reporting,
        List<PromiseChange> promises,
        List<StayRecipe> stays,
        List<MarkovRecipe> interferers,
        boolean hardSplit) {
    /** Not split, truly reported, with promises that hold and UEs that stay. */
    public static final Twist NONE =
            new Twist(Split.WHOLE, new Reporting.Clear(), List.of(), List.of(), List.of(), false);

    public Twist {
        promises = List.copyOf(promises);
        stays = List.copyOf(stays);
        interferers = List.copyOf(interferers);
    }

    public Twist of(Split changed) {
        return new Twist(changed, reporting, promises, stays, interferers, hardSplit);
    }

    static Twist reported(Reporting reporting) {
        return new Twist(Split.WHOLE, reporting, List.of(), List.of(), List.of(), false);
    }

    static Twist promised(PromiseChange... promises) {
        return new Twist(Split.WHOLE, NONE.reporting, List.of(promises), List.of(), List.of(), false);
    }

    static Twist visited(StayRecipe... stays) {
        return new Twist(Split.WHOLE, NONE.reporting, List.of(), List.of(stays), List.of(), false);
    }

    static Twist interfered(MarkovRecipe interferer) {
        return new Twist(Split.WHOLE, NONE.reporting, List.of(), List.of(), List.of(interferer), false);
    }

    static Twist unlent() {
        return new Twist(Split.WHOLE, NONE.reporting, List.of(), List.of(), List.of(), true);
    }

    /** Whether every twin that is named is one of so many. */
    boolean fits(int twins) {
        return promises.stream().allMatch(change -> change.twin() < twins)
                && stays.stream().allMatch(stay -> stay.twin() < twins)
                && !(reporting instanceof Reporting.Inflated inflated && inflated.twin() >= twins);
    }
}
