package io.twinslice.slicing;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.e2ap.RanFunctionItem;
import io.twinslice.rc.ControlStyle;
import io.twinslice.rc.ParameterDefinition;
import io.twinslice.rc.QuotaProfile;
import io.twinslice.rc.RcFunctionDefinition;
import io.twinslice.rc.SliceQuotaControl;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a node takes slice quotas. */
public enum PeerProfile {
    /** E2SM-RC as 3GPP numbers it, list entries wrapped in parameters 2 and 6; srsRAN wants it so. */
    RC_EXPLICIT,
    /** E2SM-RC as 3GPP numbers it, list entries without parameters 2 and 6. */
    RC_COMPACT,
    /** FlexRIC's slice control and the RAN forks made for it. */
    RC_FLEXRIC,
    /** E2SM-CCC: O-RRMPolicyRatio in JSON. */
    CCC;

    private static final String CCC_OID = "1.3.6.1.4.1.53148.1.6.";

    /**
     * The profile that a RAN function tells of itself.
     *
     * <p>A function of E2SM-CCC is known by its OID or by its definition in JSON. One of E2SM-RC is known when style 2
     * lists action 6, and how it numbers and nests by the parameters it lists with it. Empty when the function sets no
     * slice quotas, or lists no parameters to tell by: configure the profile then.
     *
     * @throws DecodeException when the definition cannot be read
     */
    public static Optional<PeerProfile> of(RanFunctionItem function, DecodeLimits limits) throws DecodeException {
        boolean json =
                function.definition().length() > 0 && function.definition().octet(0) == '{';
        if (function.oid().startsWith(CCC_OID) || json) {
            return Optional.of(CCC);
        }
        if (!isRc(function)) {
            return Optional.empty();
        }
        Map<Long, String> names = new HashMap<>();
        for (ControlStyle style :
                RcFunctionDefinition.decode(function.definition(), limits).controlStyles()) {
            for (ControlStyle.Action action : style.actions()) {
                if (style.type() == SliceQuotaControl.STYLE && action.id() == SliceQuotaControl.ACTION) {
                    collect(action.parameters(), names);
                }
            }
        }
        return ofParameters(names);
    }

    /** The definition begins with its short name, which is how a function is known whatever OID it has. */
    private static boolean isRc(RanFunctionItem function) {
        String characters =
                new String(function.definition().toByteArray(), java.nio.charset.StandardCharsets.ISO_8859_1);
        return characters.contains("ORAN-E2SM-RC") || function.oid().startsWith("1.3.6.1.4.1.53148.1.1.2.3");
    }

    private static void collect(List<ParameterDefinition> parameters, Map<Long, String> names) {
        for (ParameterDefinition parameter : parameters) {
            names.put(parameter.id(), parameter.name().toLowerCase(Locale.ROOT));
            parameter.content().ifPresent(content -> collect(content.parameters(), names));
        }
    }

    private static Optional<PeerProfile> ofParameters(Map<Long, String> names) {
        if (names.getOrDefault(12L, "").contains("dedicated")) {
            return Optional.of(RC_FLEXRIC);
        }
        if (names.getOrDefault(13L, "").contains("dedicated")) {
            return Optional.of(names.containsKey(2L) ? RC_EXPLICIT : RC_COMPACT);
        }
        return Optional.empty();
    }

    /** The numbers and nesting of E2SM-RC; empty for E2SM-CCC. */
    Optional<QuotaProfile> quotaProfile() {
        return switch (this) {
            case RC_EXPLICIT -> Optional.of(QuotaProfile.EXPLICIT);
            case RC_COMPACT -> Optional.of(QuotaProfile.COMPACT);
            case RC_FLEXRIC -> Optional.of(QuotaProfile.COMPACT_FLEXRIC);
            case CCC -> Optional.empty();
        };
    }
}
