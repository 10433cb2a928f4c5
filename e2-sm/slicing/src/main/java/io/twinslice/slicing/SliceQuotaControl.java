package io.twinslice.slicing;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.ccc.CccCell;
import io.twinslice.ccc.CccControlMessage;
import io.twinslice.e2sm.UeId;
import io.twinslice.rc.RcControlHeader;
import io.twinslice.rc.RcControlMessage;
import java.util.List;
import java.util.Optional;

/**
 * The control that sets the slice quotas of one cell, for a node of a known profile: E2SM-RC style 2 action 6 (clause
 * 7.6.3.1) or E2SM-CCC style 2. Immutable.
 *
 * @param ue any UE of the node, which E2SM-RC wants in the header although the quota concerns all; E2SM-CCC does not
 *     look at it
 * @param cell whose quotas they are, which E2SM-CCC must know; E2SM-RC does not look at it
 */
public record SliceQuotaControl(PeerProfile profile, UeId ue, Optional<CccCell> cell) {
    /** RIC control style of radio resource allocation in E2SM-RC. */
    public static final long STYLE = RcQuota.STYLE;

    /** The action of that style that sets slice quotas. */
    public static final long ACTION = RcQuota.ACTION;

    /** What a RIC control request carries. */
    public record Payload(Octets header, Octets message) {}

    public SliceQuotaControl {
        if (profile == PeerProfile.CCC && cell.isEmpty()) {
            throw new IllegalArgumentException("E2SM-CCC needs the cell");
        }
    }

    /** For a node of E2SM-RC. */
    public SliceQuotaControl(PeerProfile profile, UeId ue) {
        this(profile, ue, Optional.empty());
    }

    /** For a node of any profile. */
    public SliceQuotaControl(PeerProfile profile, UeId ue, CccCell cell) {
        this(profile, ue, Optional.of(cell));
    }

    /** What goes into the header of every such control. */
    public Octets header() {
        return profile == PeerProfile.CCC
                ? CccControlMessage.header()
                : RcQuota.header(ue).encode();
    }

    /**
     * The control for {@code quotas}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Payload write(List<PrbQuota> quotas) {
        Optional<RcNumbers> rc = profile.numbers();
        Octets message = rc.isPresent()
                ? RcQuota.message(quotas, rc.get()).encode()
                : CccQuota.message(quotas, cell.orElseThrow()).encode();
        return new Payload(header(), message);
    }

    /**
     * Whether {@code header} announces a slice quota.
     *
     * @throws DecodeException when it is no control header of the profile's service model
     */
    public boolean isAnnouncedBy(Octets header, DecodeLimits limits) throws DecodeException {
        return profile == PeerProfile.CCC
                ? CccControlMessage.styleOf(header, limits) == CccControlMessage.STYLE
                : RcQuota.isAnnouncedBy(RcControlHeader.decode(header, limits));
    }

    /**
     * Reads a control for the cell.
     *
     * @throws DecodeException when it is no complete, consistent quota of the profile, or concerns another cell
     */
    public List<PrbQuota> read(Payload payload, DecodeLimits limits) throws DecodeException {
        if (!isAnnouncedBy(payload.header(), limits)) {
            throw new DecodeException("slice quota: the control header names another style or action");
        }
        Optional<RcNumbers> rc = profile.numbers();
        return rc.isPresent()
                ? RcQuota.read(RcControlMessage.decode(payload.message(), limits), rc.get())
                : CccQuota.read(CccControlMessage.decode(payload.message(), limits), cell.orElseThrow());
    }
}
