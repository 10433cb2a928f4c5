package io.twinslice.policy;

import java.util.Collections;
import java.util.List;

/**
 * The bounds that no plan leaves, whatever proposed it.
 *
 * @param floorPercent least minimum ratio of each slice, 0..100; all together at most 100
 * @param ceilingPercent largest maximum ratio of each slice, floor..100
 * @param maxStepPercent most that a ratio moves from one window to the next, 1..100 (100: no limit)
 */
public record Envelope(List<Integer> floorPercent, List<Integer> ceilingPercent, int maxStepPercent) {
    public Envelope {
        floorPercent = List.copyOf(floorPercent);
        ceilingPercent = List.copyOf(ceilingPercent);
        if (floorPercent.isEmpty() || floorPercent.size() != ceilingPercent.size()) {
            throw new IllegalArgumentException("an envelope needs one floor and one ceiling per slice, not "
                    + floorPercent.size() + " and " + ceilingPercent.size());
        }
        int sum = 0;
        for (int i = 0; i < floorPercent.size(); i++) {
            int floor = floorPercent.get(i);
            int ceiling = ceilingPercent.get(i);
            if (floor < 0 || floor > ceiling || ceiling > 100) {
                throw new IllegalArgumentException(
                        "slice " + i + " needs 0 <= floor <= ceiling <= 100, not " + floor + " and " + ceiling);
            }
            sum += floor;
        }
        if (sum > 100) {
            throw new IllegalArgumentException("the floors add up to " + sum + " percent, more than 100");
        }
        if (maxStepPercent < 1 || maxStepPercent > 100) {
            throw new IllegalArgumentException("maxStepPercent must be 1..100, not " + maxStepPercent);
        }
    }

    /** The same bounds for every slice. */
    public static Envelope uniform(int slices, int floorPercent, int ceilingPercent, int maxStepPercent) {
        return new Envelope(
                Collections.nCopies(slices, floorPercent), Collections.nCopies(slices, ceilingPercent), maxStepPercent);
    }

    /** No bounds beyond feasibility. */
    public static Envelope open(int slices) {
        return uniform(slices, 0, 100, 100);
    }

    public int slices() {
        return floorPercent.size();
    }
}
