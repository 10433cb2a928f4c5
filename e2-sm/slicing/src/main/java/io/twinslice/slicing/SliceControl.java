package io.twinslice.slicing;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.ccc.CccCell;
import io.twinslice.ccc.CccControlMessage;
import io.twinslice.ccc.RrmPolicyRatio;
import io.twinslice.e2sm.SliceId;
import io.twinslice.e2sm.UeId;
import io.twinslice.rc.QuotaProfile;
import io.twinslice.rc.RcControlHeader;
import io.twinslice.rc.RcControlMessage;
import io.twinslice.rc.SliceQuota;
import io.twinslice.rc.SliceQuotaControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The control that sets the slice quotas of one cell, for a node of a known profile. Immutable.
 *
 * @param ue any UE of the node, which E2SM-RC wants in the header although the quota concerns all; E2SM-CCC does not
 *     look at it
 * @param cell whose quotas they are, which E2SM-CCC names; E2SM-RC does not look at it
 */
public record SliceControl(PeerProfile profile, UeId ue, CccCell cell) {
    /** What a RIC control request carries. */
    public record Payload(Octets header, Octets message) {}

    /** What goes into the header of every such control. */
    public Octets header() {
        return profile == PeerProfile.CCC
                ? CccControlMessage.header()
                : SliceQuotaControl.header(ue).encode();
    }

    /**
     * Writes the control for {@code quotas}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Payload write(List<SliceQuota> quotas) {
        Optional<QuotaProfile> rc = profile.quotaProfile();
        if (rc.isPresent()) {
            return new Payload(
                    SliceQuotaControl.header(ue).encode(),
                    SliceQuotaControl.message(quotas, rc.get()).encode());
        }
        List<CccControlMessage.Change> changes = new ArrayList<>();
        for (SliceQuota quota : quotas) {
            changes.add(new CccControlMessage.Change(ratio(quota)));
        }
        return new Payload(
                CccControlMessage.header(),
                new CccControlMessage(List.of(new CccControlMessage.CellControl(cell, changes))).encode());
    }

    private static RrmPolicyRatio ratio(SliceQuota quota) {
        int sd = quota.sd() == SliceQuota.NO_SD ? SliceId.ABSENT_SD : quota.sd();
        return new RrmPolicyRatio(
                RrmPolicyRatio.ResourceType.PRB_DL,
                List.of(new RrmPolicyRatio.Member(quota.plmn(), new SliceId(quota.sst(), sd))),
                quota.dedicatedPercent(),
                quota.minPercent(),
                quota.maxPercent());
    }

    /**
     * Reads a control for the cell.
     *
     * @throws DecodeException when it is no complete, consistent quota of the profile, or concerns another cell
     */
    public List<SliceQuota> read(Payload payload, DecodeLimits limits) throws DecodeException {
        Optional<QuotaProfile> rc = profile.quotaProfile();
        if (rc.isEmpty()) {
            return readCcc(payload, limits);
        }
        if (!SliceQuotaControl.isAnnouncedBy(RcControlHeader.decode(payload.header(), limits))) {
            throw new DecodeException("slice quota: the control header names another style or action");
        }
        return SliceQuotaControl.read(RcControlMessage.decode(payload.message(), limits), rc.get());
    }

    private List<SliceQuota> readCcc(Payload payload, DecodeLimits limits) throws DecodeException {
        int style = CccControlMessage.styleOf(payload.header(), limits);
        if (style != CccControlMessage.STYLE) {
            throw new DecodeException("slice quota: the control header names style " + style);
        }
        List<SliceQuota> quotas = new ArrayList<>();
        for (CccControlMessage.CellControl control :
                CccControlMessage.decode(payload.message(), limits).cells()) {
            if (!control.cell().equals(cell)) {
                throw new DecodeException("slice quota: cell " + control.cell() + " is not " + cell);
            }
            for (CccControlMessage.Change change : control.changes()) {
                quotas.add(quota(change.wanted()));
            }
        }
        return List.copyOf(quotas);
    }

    private static SliceQuota quota(RrmPolicyRatio ratio) throws DecodeException {
        if (ratio.members().size() != 1) {
            throw new DecodeException(
                    "slice quota: " + ratio.members().size() + " members share one ratio, 1 is supported");
        }
        RrmPolicyRatio.Member member = ratio.members().getFirst();
        return new SliceQuota(
                member.plmn(),
                member.slice().sst(),
                member.slice().sdOrReserved(),
                ratio.dedicatedPercent(),
                ratio.minPercent(),
                ratio.maxPercent());
    }
}
