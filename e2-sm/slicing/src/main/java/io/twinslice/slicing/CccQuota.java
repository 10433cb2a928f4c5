package io.twinslice.slicing;

import io.twinslice.aper.DecodeException;
import io.twinslice.ccc.CccCell;
import io.twinslice.ccc.CccControlMessage;
import io.twinslice.ccc.RrmPolicyRatio;
import io.twinslice.e2sm.SliceId;
import java.util.ArrayList;
import java.util.List;

/** Slice quotas as O-RRMPolicyRatio of E2SM-CCC (clause 8.8), each for one slice on the downlink. */
final class CccQuota {
    private CccQuota() {}

    static CccControlMessage message(List<PrbQuota> quotas, CccCell cell) {
        List<CccControlMessage.Change> changes = new ArrayList<>();
        for (PrbQuota quota : quotas) {
            changes.add(new CccControlMessage.Change(ratio(quota)));
        }
        return new CccControlMessage(List.of(new CccControlMessage.CellControl(cell, changes)));
    }

    private static RrmPolicyRatio ratio(PrbQuota quota) {
        int sd = quota.sd() == PrbQuota.NO_SD ? SliceId.ABSENT_SD : quota.sd();
        return new RrmPolicyRatio(
                RrmPolicyRatio.ResourceType.PRB_DL,
                List.of(new RrmPolicyRatio.Member(quota.plmn(), new SliceId(quota.sst(), sd))),
                quota.dedicatedPercent(),
                quota.minPercent(),
                quota.maxPercent());
    }

    static List<PrbQuota> read(CccControlMessage message, CccCell cell) throws DecodeException {
        List<PrbQuota> quotas = new ArrayList<>();
        for (CccControlMessage.CellControl control : message.cells()) {
            if (!control.cell().equals(cell)) {
                throw new DecodeException("slice quota: cell " + control.cell() + " is not " + cell);
            }
            for (CccControlMessage.Change change : control.changes()) {
                quotas.add(quota(change.wanted()));
            }
        }
        return List.copyOf(quotas);
    }

    private static PrbQuota quota(RrmPolicyRatio ratio) throws DecodeException {
        if (ratio.members().size() != 1) {
            throw new DecodeException(
                    "slice quota: " + ratio.members().size() + " members share one ratio, 1 is supported");
        }
        RrmPolicyRatio.Member member = ratio.members().getFirst();
        return new PrbQuota(
                member.plmn(),
                member.slice().sst(),
                member.slice().sdOrReserved(),
                ratio.dedicatedPercent(),
                ratio.minPercent(),
                ratio.maxPercent());
    }
}
