package io.twinslice.promoter;

import io.twinslice.model.TwinProfile;
import java.util.List;

/**
 * Where a policy goes.
 *
 * @param id of the cell, as the xApp knows it
 * @param twins in the order of the policy's slices
 */
public record Cell(String id, List<TwinProfile> twins) {
    public Cell {
        twins = List.copyOf(twins);
    }

    /** The id of the cell's one A1 policy; stable, so that the next promotion is an update. */
    public String policyId() {
        return "slices." + id;
    }
}
