package io.twinslice.slicing;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.e2ap.RanFunctionItem;
import java.util.Optional;

/** How a node takes slice quotas. */
public enum PeerProfile {
    /**
     * E2SM-RC as 3GPP numbers it, list entries wrapped in parameters 2 and 6; srsRAN wants it so, with an SD in every
     * slice and the UE of the header a gNB-DU UE that exists.
     */
    RC_EXPLICIT(Optional.of(RcNumbers.EXPLICIT)),
    /** E2SM-RC as 3GPP numbers it, list entries without parameters 2 and 6. */
    RC_COMPACT(Optional.of(RcNumbers.COMPACT)),
    /**
     * FlexRIC's slice control and the RAN forks made for it: compact, numbers above 3 one lower, and PLMN ("00101"),
     * SST and SD as decimal digits in ASCII, as its sample xApp writes them. Only the dedicated ratio counts with such
     * a peer: a quota that has none guarantees nothing there.
     */
    RC_FLEXRIC(Optional.of(RcNumbers.FLEXRIC)),
    /** The numbers of FlexRIC's slice control, with PLMN, SST and SD in octets as E2SM-RC has them. */
    RC_FLEXRIC_BINARY(Optional.of(RcNumbers.FLEXRIC_BINARY)),
    /** E2SM-CCC: O-RRMPolicyRatio in JSON. */
    CCC(Optional.empty());

    private final Optional<RcNumbers> numbers;

    PeerProfile(Optional<RcNumbers> numbers) {
        this.numbers = numbers;
    }

    /**
     * The profile that a RAN function tells of itself.
     *
     * <p>A function of E2SM-CCC is known by its OID or by its definition in JSON. One of E2SM-RC is known when style 2
     * lists action 6, and how it numbers and nests by the parameters it lists with it. Empty when the function sets no
     * slice quotas, or lists no parameters to tell by: configure the profile then. Nothing tells
     * {@link #RC_FLEXRIC_BINARY} from {@link #RC_FLEXRIC}, which is assumed.
     *
     * @throws DecodeException when the definition cannot be read
     */
    public static Optional<PeerProfile> of(RanFunctionItem function, DecodeLimits limits) throws DecodeException {
        return AnnouncedFunction.profile(function, limits);
    }

    /** The numbers and nesting of E2SM-RC; empty for E2SM-CCC. */
    Optional<RcNumbers> numbers() {
        return numbers;
    }
}
