package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;

/**
 * RIC-PolicyAction: what a node does when a policy's condition holds.
 *
 * <p>E2SM-RC clause 9.3.
 *
 * @param parameters empty when absent
 * @param decision an extension addition
 */
public record PolicyAction(long actionId, List<RanParameter> parameters, Optional<Decision> decision) {
    static final Codec<PolicyAction> CODEC = new PolicyActionCodec();

    public PolicyAction {
        parameters = FixedList.copyOf(parameters);
    }

    /** ric-Decision. */
    public enum Decision {
        ACCEPT,
        REJECT,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<Decision> CODEC =
                new Codec.Enumerated<>("ric-PolicyDecision", List.of(values()), 2, Decision::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }
}

/** Both directions of {@link PolicyAction}. */
final class PolicyActionCodec implements Codec<PolicyAction> {
    @Override
    public void encode(PolicyAction value, BitWriter out) {
        out.bit(value.decision().isPresent());
        out.bit(!value.parameters().isEmpty());
        RanParameter.shortId(value.actionId(), out);
        if (!value.parameters().isEmpty()) {
            out.list(value.parameters(), 1, 65535, RanParameter.CODEC);
        }
        if (value.decision().isPresent()) {
            out.additions(1, 1);
            out.openType(value.decision().get(), PolicyAction.Decision.CODEC);
        }
    }

    @Override
    public PolicyAction decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(2);
        return new PolicyAction(
                RanParameter.shortId("ric-PolicyAction-ID", in),
                (preamble & 1) != 0 ? in.list("ranParameters-List", 1, 65535, RanParameter.CODEC) : List.of(),
                decision((preamble & 2) != 0, in));
    }

    private Optional<PolicyAction.Decision> decision(boolean extended, BitReader in) throws DecodeException {
        if (!extended) {
            return Optional.empty();
        }
        long additions = in.additions();
        Optional<PolicyAction.Decision> decision = (additions & 1) != 0
                ? Optional.of(in.openType("ric-PolicyDecision", PolicyAction.Decision.CODEC))
                : Optional.empty();
        in.skipAdditions(additions, 1);
        return decision;
    }
}
