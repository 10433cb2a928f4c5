package io.twinslice.policy;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills in a {@link SliceTemplate} for each slice from what it needed of late: a policy of a few numbers that a person
 * can read. Guarantees that exceed the cell together are cut in proportion. Not thread-safe.
 */
public final class TemplatePolicy implements Policy {
    private final String name;
    private final List<SliceTemplate> templates;
    private final SmoothedDemand demand;

    /**
     * @param templates one for each slice of the cells it decides for
     * @param newest weight of the newest window in what was needed of late, above 0 and at most 1
     */
    public TemplatePolicy(String name, List<SliceTemplate> templates, double newest) {
        if (!(newest > 0 && newest <= 1)) {
            throw new IllegalArgumentException(
                    "the weight of the newest window is above 0 and at most 1, not " + newest);
        }
        this.name = name;
        this.templates = List.copyOf(templates);
        demand = new SmoothedDemand(newest, Demand::needed);
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
        int slices = snapshot.slices();
        if (slices != templates.size()) {
            throw new IllegalArgumentException(
                    name + " has templates for " + templates.size() + " slices, not for " + slices);
        }
        double[] needed = demand.next(snapshot);
        double[] shares = new double[slices];
        double sum = 0;
        for (int i = 0; i < slices; i++) {
            shares[i] = Math.min(1, templates.get(i).basis() + templates.get(i).gain() * needed[i]);
            sum += shares[i];
        }
        long[] fixed = new long[slices];
        for (int i = 0; i < slices; i++) {
            fixed[i] = Percent.fixed(100 * shares[i] / Math.max(1, sum));
        }
        int[] min = Percent.wholes(fixed);
        List<PrbQuota> quotas = new ArrayList<>(slices);
        for (int i = 0; i < slices; i++) {
            SliceTemplate template = templates.get(i);
            int dedicated = (int) (template.dedicated() * min[i]);
            int max = Math.max(Math.max(1, min[i]), (int) Math.round(100 * template.ceiling()));
            quotas.add(new PrbQuota(dedicated, min[i], max));
        }
        return Decision.certain(new QuotaPlan(quotas));
    }
}
