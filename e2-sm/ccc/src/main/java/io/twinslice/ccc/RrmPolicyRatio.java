package io.twinslice.ccc;

import io.twinslice.aper.FixedList;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.SliceId;
import java.util.List;
import java.util.Optional;

/**
 * O-RRMPolicyRatio (E2SM-CCC clause 8.8, TS 28.541 clause 4.3.36): the share of a cell's PRBs that the member slices
 * have, in percent.
 *
 * @param members whose share it is; at least one
 * @param dedicatedPercent reserved and never lent
 * @param minPercent guaranteed whenever there is demand; includes the dedicated part
 * @param maxPercent ceiling
 * @throws IllegalArgumentException unless 0 ≤ dedicated ≤ min ≤ max ≤ 100
 */
public record RrmPolicyRatio(
        ResourceType resource, List<Member> members, int dedicatedPercent, int minPercent, int maxPercent) {
    static final String NAME = "O-RRMPolicyRatio";

    /** Which PRBs. */
    public enum ResourceType {
        PRB,
        PRB_DL,
        PRB_UL
    }

    /** A slice of an operator. */
    public record Member(PlmnIdentity plmn, SliceId slice) {}

    public RrmPolicyRatio {
        members = FixedList.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a policy ratio needs a member");
        }
        problem(dedicatedPercent, minPercent, maxPercent).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    static Optional<String> problem(int dedicated, int min, int max) {
        return 0 <= dedicated && dedicated <= min && min <= max && max <= 100
                ? Optional.empty()
                : Optional.of("0 <= dedicated <= min <= max <= 100 does not hold for " + dedicated + "/" + min + "/"
                        + max + " percent");
    }
}
