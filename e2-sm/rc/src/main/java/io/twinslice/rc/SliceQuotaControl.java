package io.twinslice.rc;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.UeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * E2SM-RC control style 2 action 6, slice-level PRB quota (clause 7.6.3.1): a control message with one parameter, the
 * RRM policy ratio list, one entry per slice.
 *
 * <p>Writing follows the {@link QuotaProfile} of the peer. A slice without SD is written with the reserved value ffffff
 * where the peer wants an SD in every slice, and without one elsewhere; both read as {@link SliceQuota#NO_SD}. Reading
 * takes one profile too and accepts either key flag on elements. It refuses whatever a node could misread: unknown or
 * repeated parameters, elements of another type, missing ratios and ratios that are no quota.
 */
public final class SliceQuotaControl {
    /** RIC control style of radio resource allocation. */
    public static final long STYLE = 2;

    /** The action of that style that sets slice quotas. */
    public static final long ACTION = 6;

    private SliceQuotaControl() {}

    /** The control header that announces the quota; {@code ue} is any UE of the node, the quota concerns all. */
    public static RcControlHeader.Format1 header(UeId ue) {
        return new RcControlHeader.Format1(ue, STYLE, ACTION);
    }

    /** Whether {@code header} announces a slice quota. */
    public static boolean isAnnouncedBy(RcControlHeader header) {
        return header instanceof RcControlHeader.Format1 format
                && format.styleType() == STYLE
                && format.actionId() == ACTION;
    }

    /**
     * The control message that sets {@code quotas}.
     *
     * @throws IllegalArgumentException when there is none, or more than the 65535 the list can hold
     */
    public static RcControlMessage.Format1 message(List<SliceQuota> quotas, QuotaProfile profile) {
        if (quotas.isEmpty() || quotas.size() > 65535) {
            throw new IllegalArgumentException("a quota message has 1..65535 slices, not " + quotas.size());
        }
        List<RanParameterContent.Structure> groups = new ArrayList<>(quotas.size());
        for (SliceQuota quota : quotas) {
            groups.add(wrap(group(quota, profile), QuotaProfile.RATIO_GROUP, profile));
        }
        return new RcControlMessage.Format1(
                List.of(new RanParameter(QuotaProfile.RATIO_LIST, new RanParameterContent.Structures(groups))));
    }

    private static RanParameterContent.Structure group(SliceQuota quota, QuotaProfile profile) {
        List<RanParameter> slice = new ArrayList<>(2);
        slice.add(element(profile.sst(), Octets.ofUnsigned(quota.sst(), 1)));
        if (profile.explicit() || quota.sd() != SliceQuota.NO_SD) {
            slice.add(element(profile.sd(), Octets.ofUnsigned(quota.sd(), 3)));
        }
        RanParameterContent.Structure member = new RanParameterContent.Structure(
                element(profile.plmn(), quota.plmn().octets()),
                new RanParameter(profile.slice(), new RanParameterContent.Structure(slice)));
        RanParameterContent members =
                new RanParameterContent.Structures(List.of(wrap(member, profile.member(), profile)));
        return new RanParameterContent.Structure(
                new RanParameter(
                        QuotaProfile.POLICY,
                        new RanParameterContent.Structure(new RanParameter(profile.memberList(), members))),
                element(profile.minRatio(), quota.minPercent()),
                element(profile.maxRatio(), quota.maxPercent()),
                element(profile.dedicatedRatio(), quota.dedicatedPercent()));
    }

    private static RanParameterContent.Structure wrap(
            RanParameterContent.Structure entry, int id, QuotaProfile profile) {
        return profile.explicit() ? new RanParameterContent.Structure(new RanParameter(id, entry)) : entry;
    }

    private static RanParameter element(int id, Octets octets) {
        return new RanParameter(id, new RanParameterContent.Element(new RanParameterValue.OctetsValue(octets)));
    }

    private static RanParameter element(int id, int number) {
        return new RanParameter(id, new RanParameterContent.Element(new RanParameterValue.IntegerValue(number)));
    }

    /**
     * Reads a control message of {@code profile}.
     *
     * @throws DecodeException naming the slice and parameter when the message is no complete, consistent quota
     */
    public static List<SliceQuota> read(RcControlMessage message, QuotaProfile profile) throws DecodeException {
        if (!(message instanceof RcControlMessage.Format1 format)) {
            throw new DecodeException("slice quota: the control message is not of format 1");
        }
        if (format.parameters().size() != 1 || format.parameters().getFirst().id() != QuotaProfile.RATIO_LIST) {
            throw new DecodeException("slice quota: parameter 1, the RRM policy ratio list, must stand alone");
        }
        List<RanParameterContent.Structure> groups =
                QuotaFields.structures(format.parameters().getFirst().content(), "slice quota: RRM policy ratio list");
        List<SliceQuota> quotas = new ArrayList<>(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            String where = "slice quota: group " + i;
            quotas.add(group(unwrap(groups.get(i), QuotaProfile.RATIO_GROUP, profile, where), profile, where));
        }
        return FixedList.copyOf(quotas);
    }

    private static SliceQuota group(RanParameterContent.Structure group, QuotaProfile profile, String where)
            throws DecodeException {
        QuotaFields fields = QuotaFields.of(
                group, where, QuotaProfile.POLICY, profile.minRatio(), profile.maxRatio(), profile.dedicatedRatio());
        QuotaFields policy = QuotaFields.of(
                fields.structure(QuotaProfile.POLICY, "RRM policy"), where + ", RRM policy", profile.memberList());
        List<RanParameterContent.Structure> members =
                QuotaFields.structures(policy.content(profile.memberList(), "member list"), where + ", member list");
        if (members.size() != 1) {
            throw new DecodeException(where + ": " + members.size() + " members share one ratio, 1 is supported");
        }
        QuotaFields member = QuotaFields.of(
                unwrap(members.getFirst(), profile.member(), profile, where + ", member"),
                where + ", member",
                profile.plmn(),
                profile.slice());
        QuotaFields slice = QuotaFields.of(
                member.structure(profile.slice(), "S-NSSAI"), where + ", S-NSSAI", profile.sst(), profile.sd());
        Octets plmn = member.octets(profile.plmn(), "PLMN identity", 3);
        Optional<Octets> sd = slice.optionalOctets(profile.sd(), "SD", 3);
        int min = fields.percent(profile.minRatio(), "min PRB policy ratio");
        int max = fields.percent(profile.maxRatio(), "max PRB policy ratio");
        int dedicated = fields.percent(profile.dedicatedRatio(), "dedicated PRB policy ratio");
        if (dedicated > min || min > max) {
            throw new DecodeException(where + ": dedicated <= min <= max does not hold for " + dedicated + "/" + min
                    + "/" + max + " percent");
        }
        return new SliceQuota(
                PlmnIdentity.of(plmn),
                (int) slice.octets(profile.sst(), "SST", 1).toUnsigned(),
                sd.isPresent() ? (int) sd.get().toUnsigned() : SliceQuota.NO_SD,
                dedicated,
                min,
                max);
    }

    private static RanParameterContent.Structure unwrap(
            RanParameterContent.Structure entry, int id, QuotaProfile profile, String where) throws DecodeException {
        if (!profile.explicit()) {
            return entry;
        }
        return QuotaFields.of(entry, where, id).structure(id, "list entry");
    }
}
