package io.twinslice.slicing;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.UeId;
import io.twinslice.rc.RanParameter;
import io.twinslice.rc.RanParameterContent;
import io.twinslice.rc.RanParameterValue;
import io.twinslice.rc.RcControlHeader;
import io.twinslice.rc.RcControlMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * E2SM-RC control style 2 action 6, slice-level PRB quota (clause 7.6.3.1): a control message with one parameter, the
 * RRM policy ratio list, one entry per slice.
 *
 * <p>A slice without SD is written with the reserved value ffffff where the peer wants an SD in every slice, and
 * without one elsewhere; both read as {@link PrbQuota#NO_SD}. Reading accepts either key flag on elements. It refuses
 * whatever a node could misread: unknown or repeated parameters, elements of another type, missing ratios and ratios
 * that are no quota. In the textual form peers look at the dedicated ratio only, and send 0 for the others: that reads
 * as a guarantee of the dedicated part and no ceiling.
 */
final class RcQuota {
    /** RIC control style of radio resource allocation. */
    static final long STYLE = 2;

    /** The action of that style that sets slice quotas. */
    static final long ACTION = 6;

    private RcQuota() {}

    /** The control header that announces the quota; {@code ue} is any UE of the node, the quota concerns all. */
    static RcControlHeader.Format1 header(UeId ue) {
        return new RcControlHeader.Format1(ue, STYLE, ACTION);
    }

    /** Whether {@code header} announces a slice quota. */
    static boolean isAnnouncedBy(RcControlHeader header) {
        return header instanceof RcControlHeader.Format1 format
                && format.styleType() == STYLE
                && format.actionId() == ACTION;
    }

    /**
     * The control message that sets {@code quotas}.
     *
     * @throws IllegalArgumentException when there is none, or more than the 65535 the list can hold
     */
    static RcControlMessage.Format1 message(List<PrbQuota> quotas, RcNumbers profile) {
        if (quotas.isEmpty() || quotas.size() > 65535) {
            throw new IllegalArgumentException("a quota message has 1..65535 slices, not " + quotas.size());
        }
        List<RanParameterContent.Structure> groups = new ArrayList<>(quotas.size());
        for (PrbQuota quota : quotas) {
            groups.add(wrap(group(quota, profile), RcNumbers.RATIO_GROUP, profile));
        }
        return new RcControlMessage.Format1(
                List.of(new RanParameter(RcNumbers.RATIO_LIST, new RanParameterContent.Structures(groups))));
    }

    private static RanParameterContent.Structure group(PrbQuota quota, RcNumbers profile) {
        List<RanParameter> slice = new ArrayList<>(2);
        slice.add(element(profile.sst(), identity(quota.sst(), 1, profile)));
        if (profile.explicit() || quota.sd() != PrbQuota.NO_SD) {
            slice.add(element(profile.sd(), identity(quota.sd(), 3, profile)));
        }
        RanParameterContent.Structure member = new RanParameterContent.Structure(
                element(
                        profile.plmn(),
                        profile.textual()
                                ? ascii(quota.plmn().digits())
                                : quota.plmn().octets()),
                new RanParameter(profile.slice(), new RanParameterContent.Structure(slice)));
        RanParameterContent members =
                new RanParameterContent.Structures(List.of(wrap(member, profile.member(), profile)));
        return new RanParameterContent.Structure(
                new RanParameter(
                        RcNumbers.POLICY,
                        new RanParameterContent.Structure(new RanParameter(profile.memberList(), members))),
                element(profile.minRatio(), quota.minPercent()),
                element(profile.maxRatio(), quota.maxPercent()),
                element(profile.dedicatedRatio(), quota.dedicatedPercent()));
    }

    private static Octets identity(int number, int length, RcNumbers profile) {
        return profile.textual() ? ascii(Integer.toString(number)) : Octets.ofUnsigned(number, length);
    }

    private static Octets ascii(String digits) {
        return Octets.of(digits.getBytes(StandardCharsets.US_ASCII));
    }

    private static RanParameterContent.Structure wrap(RanParameterContent.Structure entry, int id, RcNumbers profile) {
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
    static List<PrbQuota> read(RcControlMessage message, RcNumbers profile) throws DecodeException {
        if (!(message instanceof RcControlMessage.Format1 format)) {
            throw new DecodeException("slice quota: the control message is not of format 1");
        }
        if (format.parameters().size() != 1 || format.parameters().getFirst().id() != RcNumbers.RATIO_LIST) {
            throw new DecodeException("slice quota: parameter 1, the RRM policy ratio list, must stand alone");
        }
        List<RanParameterContent.Structure> groups =
                QuotaFields.structures(format.parameters().getFirst().content(), "slice quota: RRM policy ratio list");
        List<PrbQuota> quotas = new ArrayList<>(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            String where = "slice quota: group " + i;
            quotas.add(group(unwrap(groups.get(i), RcNumbers.RATIO_GROUP, profile, where), profile, where));
        }
        return FixedList.copyOf(quotas);
    }

    private static PrbQuota group(RanParameterContent.Structure group, RcNumbers profile, String where)
            throws DecodeException {
        QuotaFields fields = QuotaFields.of(
                group, where, RcNumbers.POLICY, profile.minRatio(), profile.maxRatio(), profile.dedicatedRatio());
        QuotaFields policy = QuotaFields.of(
                fields.structure(RcNumbers.POLICY, "RRM policy"), where + ", RRM policy", profile.memberList());
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
        int min = fields.percent(profile.minRatio(), "min PRB policy ratio");
        int max = fields.percent(profile.maxRatio(), "max PRB policy ratio");
        int dedicated = fields.percent(profile.dedicatedRatio(), "dedicated PRB policy ratio");
        if (profile.textual() && dedicated > 0 && min == 0 && max == 0) {
            min = dedicated;
            max = 100;
        }
        if (dedicated > min || min > max) {
            throw new DecodeException(where + ": dedicated <= min <= max does not hold for " + dedicated + "/" + min
                    + "/" + max + " percent");
        }
        return new PrbQuota(plmn(member, profile), sst(slice, profile), sd(slice, profile), dedicated, min, max);
    }

    private static PlmnIdentity plmn(QuotaFields member, RcNumbers profile) throws DecodeException {
        String name = "PLMN identity";
        if (!profile.textual()) {
            return PlmnIdentity.of(member.octets(profile.plmn(), name, 3));
        }
        String digits = member.text(profile.plmn(), name);
        if (!digits.matches("[0-9]{5,6}")) {
            throw member.wrong(profile.plmn(), name, "an ELEMENT of 5 or 6 digits");
        }
        return PlmnIdentity.of(digits.substring(0, 3), digits.substring(3));
    }

    private static int sst(QuotaFields slice, RcNumbers profile) throws DecodeException {
        return profile.textual()
                ? slice.digits(profile.sst(), "SST", 255)
                : (int) slice.octets(profile.sst(), "SST", 1).toUnsigned();
    }

    private static int sd(QuotaFields slice, RcNumbers profile) throws DecodeException {
        if (!slice.has(profile.sd())) {
            return PrbQuota.NO_SD;
        }
        return profile.textual()
                ? slice.digits(profile.sd(), "SD", PrbQuota.NO_SD)
                : (int) slice.octets(profile.sd(), "SD", 3).toUnsigned();
    }

    private static RanParameterContent.Structure unwrap(
            RanParameterContent.Structure entry, int id, RcNumbers profile, String where) throws DecodeException {
        if (!profile.explicit()) {
            return entry;
        }
        return QuotaFields.of(entry, where, id).structure(id, "list entry");
    }
}
