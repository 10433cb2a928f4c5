package io.twinslice.slicing;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.e2ap.RanFunctionItem;
import io.twinslice.rc.ParameterDefinition;
import io.twinslice.rc.RcFunctionDefinition;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a node's setup request tells of how it takes slice quotas. */
final class AnnouncedFunction {
    private static final String CCC_OID = "1.3.6.1.4.1.53148.1.6.";
    private static final String RC_OID = "1.3.6.1.4.1.53148.1.1.2.3";

    private AnnouncedFunction() {}

    static Optional<PeerProfile> profile(RanFunctionItem function, DecodeLimits limits) throws DecodeException {
        boolean json =
                function.definition().length() > 0 && function.definition().octet(0) == '{';
        if (function.oid().startsWith(CCC_OID) || json) {
            return Optional.of(PeerProfile.CCC);
        }
        if (!isRc(function)) {
            return Optional.empty();
        }
        Map<Long, String> names = new HashMap<>();
        for (var style :
                RcFunctionDefinition.decode(function.definition(), limits).controlStyles()) {
            for (var action : style.actions()) {
                if (style.type() == RcQuota.STYLE && action.id() == RcQuota.ACTION) {
                    collect(action.parameters(), names);
                }
            }
        }
        return ofParameters(names);
    }

    /** The definition begins with its short name, which is how a function is known whatever OID it has. */
    private static boolean isRc(RanFunctionItem function) {
        String characters = new String(function.definition().toByteArray(), StandardCharsets.ISO_8859_1);
        return characters.contains("ORAN-E2SM-RC") || function.oid().startsWith(RC_OID);
    }

    private static void collect(List<ParameterDefinition> parameters, Map<Long, String> names) {
        for (ParameterDefinition parameter : parameters) {
            names.put(parameter.id(), parameter.name().toLowerCase(Locale.ROOT));
            parameter.content().ifPresent(content -> collect(content.parameters(), names));
        }
    }

    private static Optional<PeerProfile> ofParameters(Map<Long, String> names) {
        if (names.getOrDefault(12L, "").contains("dedicated")) {
            return Optional.of(PeerProfile.RC_FLEXRIC);
        }
        if (names.getOrDefault(13L, "").contains("dedicated")) {
            return Optional.of(names.containsKey(2L) ? PeerProfile.RC_EXPLICIT : PeerProfile.RC_COMPACT);
        }
        return Optional.empty();
    }
}
