package io.twinslice.policy;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets no plan through that leaves its {@link Envelope}: the last word before a plan is put in force, the same in
 * training, verification and the xApp.
 *
 * <p>Floors and ceilings always hold. The step limit holds too, except where a floor or ceiling asks for more, or where
 * room for floors must be made at once. A plan that was admitted is admitted again unaltered. Immutable and
 * thread-safe.
 */
public final class Shield {
    private final Envelope envelope;

    public Shield(Envelope envelope) {
        this.envelope = envelope;
    }

    /**
     * The plan that may be put in force.
     *
     * @param plan always feasible and within the envelope
     * @param altered whether it differs from the proposed one
     * @param reason what altered it, empty when nothing did
     */
    public record Admitted(QuotaPlan plan, boolean altered, String reason) {}

    public Envelope envelope() {
        return envelope;
    }

    /**
     * Projects a proposed plan on the envelope.
     *
     * @param inForce the plan that the step is measured from
     * @throws IllegalArgumentException unless both plans have as many slices as the envelope
     */
    public Admitted admit(QuotaPlan proposed, QuotaPlan inForce) {
        int slices = envelope.slices();
        if (proposed.slices() != slices || inForce.slices() != slices) {
            throw new IllegalArgumentException("an envelope for " + slices + " slices cannot judge a step from "
                    + inForce.slices() + " to " + proposed.slices() + " slices");
        }
        int[] min = minima(proposed, inForce);
        List<PrbQuota> quotas = new ArrayList<>(slices);
        for (int i = 0; i < slices; i++) {
            quotas.add(quota(i, min[i], proposed.quota(i), inForce.quota(i)));
        }
        QuotaPlan plan = new QuotaPlan(quotas);
        boolean altered = !plan.equals(proposed);
        return new Admitted(plan, altered, altered ? reason(proposed, inForce) : "");
    }

    private int[] minima(QuotaPlan proposed, QuotaPlan inForce) {
        int[] min = new int[proposed.slices()];
        int[] least = new int[min.length];
        int[] floor = new int[min.length];
        int excess = -100;
        for (int i = 0; i < min.length; i++) {
            int before = inForce.quota(i).minPercent();
            floor[i] = envelope.floorPercent().get(i);
            least[i] = bounded(i, before - envelope.maxStepPercent());
            int most = bounded(i, before + envelope.maxStepPercent());
            min[i] = Math.max(least[i], Math.min(most, proposed.quota(i).minPercent()));
            excess += min[i];
        }
        excess = cut(min, least, excess);
        cut(min, floor, excess);
        return min;
    }

    private int bounded(int slice, int percent) {
        return Math.max(
                envelope.floorPercent().get(slice),
                Math.min(envelope.ceilingPercent().get(slice), percent));
    }

    /** Takes percents away where most can be taken; answers what is left to take. */
    private static int cut(int[] min, int[] least, int excess) {
        int left = excess;
        while (left > 0) {
            int best = 0;
            for (int i = 1; i < min.length; i++) {
                if (min[i] - least[i] > min[best] - least[best]) {
                    best = i;
                }
            }
            if (min[best] <= least[best]) {
                break;
            }
            min[best]--;
            left--;
        }
        return left;
    }

    private PrbQuota quota(int slice, int min, PrbQuota proposed, PrbQuota before) {
        int step = envelope.maxStepPercent();
        int max = Math.max(before.maxPercent() - step, Math.min(before.maxPercent() + step, proposed.maxPercent()));
        max = Math.max(min, Math.min(envelope.ceilingPercent().get(slice), max));
        // Giving dedicated PRBs back hurts nobody, so only their growth is limited.
        int dedicated = Math.min(min, Math.min(before.dedicatedPercent() + step, proposed.dedicatedPercent()));
        return new PrbQuota(dedicated, min, max);
    }

    private String reason(QuotaPlan proposed, QuotaPlan inForce) {
        for (int i = 0; i < proposed.slices(); i++) {
            PrbQuota quota = proposed.quota(i);
            if (quota.minPercent() < envelope.floorPercent().get(i)) {
                return "slice " + i + " below its floor of "
                        + envelope.floorPercent().get(i) + " percent";
            }
            if (quota.maxPercent() > envelope.ceilingPercent().get(i)) {
                return "slice " + i + " above its ceiling of "
                        + envelope.ceilingPercent().get(i) + " percent";
            }
        }
        for (int i = 0; i < proposed.slices(); i++) {
            if (isFar(proposed.quota(i), inForce.quota(i))) {
                return "slice " + i + " moved by more than " + envelope.maxStepPercent() + " percent";
            }
        }
        return "room for other slices";
    }

    private boolean isFar(PrbQuota to, PrbQuota from) {
        int step = envelope.maxStepPercent();
        return Math.abs(to.minPercent() - from.minPercent()) > step
                || Math.abs(to.maxPercent() - from.maxPercent()) > step
                || to.dedicatedPercent() - from.dedicatedPercent() > step;
    }
}
