package io.twinslice.sync;

import io.twinslice.env.Scenario;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.RanCell;
import io.twinslice.ransim.TwinParameters;
import java.util.ArrayList;
import java.util.List;

/** Plays the observed plans, window by window, on a candidate cell. */
final class Replay {
    private static final int WARM_UP_WINDOWS = 10;

    private final Scenario prior;
    private final List<TwinSnapshot> observed;

    Replay(Scenario prior, List<TwinSnapshot> observed) {
        this.prior = prior;
        this.observed = observed;
    }

    /** The prior cell, changed. */
    CellParameters cell(List<TwinEstimate> estimates) {
        List<TwinParameters> twins = new ArrayList<>();
        for (int i = 0; i < estimates.size(); i++) {
            twins.add(estimates.get(i).applyTo(prior.parameters().twins().get(i)));
        }
        return prior.parameters().withTwins(twins);
    }

    /** What such a cell would have reported under the plans that were in force, one episode for each seed. */
    List<TwinSnapshot> run(List<TwinEstimate> estimates, long... seeds) {
        CellParameters steady = cell(estimates).withDisturbances(List.of());
        List<TwinSnapshot> simulated = new ArrayList<>(observed.size() * seeds.length);
        for (long seed : seeds) {
            RanCell cell = new RanCell(steady, prior.twins(), seed);
            cell.apply(observed.getFirst().inForce());
            cell.runWindow(WARM_UP_WINDOWS * observed.getFirst().windowMillis());
            for (TwinSnapshot window : observed) {
                cell.apply(window.inForce());
                simulated.add(cell.runWindow(window.windowMillis()));
            }
        }
        return simulated;
    }
}
