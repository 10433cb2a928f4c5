package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;

/**
 * RICsubscriptionDeleteRequired: a node asks the RIC to end subscriptions.
 *
 * <p>E2AP clauses 8.2.2A (procedure), 9.1.1 (messages) and 9.3.4 (ASN.1).
 */
public record RicSubscriptionDeleteRequired(List<Ended> subscriptions) implements E2apPdu {
    static final MessageCodec<RicSubscriptionDeleteRequired> CODEC = new MessageCodec<>(
            "RICsubscriptionDeleteRequired",
            CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE,
            12,
            Criticality.IGNORE,
            List.of(Ie.mandatory(
                    60,
                    Criticality.IGNORE,
                    "RICsubscriptionToBeRemoved",
                    new ItemList<>("RICsubscriptionToBeRemoved", 1, 1024, 61, Criticality.IGNORE, Ended.CODEC),
                    RicSubscriptionDeleteRequired::subscriptions)),
            ies -> new RicSubscriptionDeleteRequired(ies.at(0)));

    public RicSubscriptionDeleteRequired {
        subscriptions = FixedList.copyOf(subscriptions);
    }

    /** RICsubscription-withCause-Item: a subscription a node wants ended, and why. */
    public record Ended(RicRequestId requestId, int ranFunctionId, Cause cause) {
        static final Codec<Ended> CODEC = new EndedSubscriptionCodec();
    }
}

/** Both directions of {@link RicSubscriptionDeleteRequired.Ended}. */
final class EndedSubscriptionCodec implements Codec<RicSubscriptionDeleteRequired.Ended> {
    @Override
    public void encode(RicSubscriptionDeleteRequired.Ended value, BitWriter out) {
        out.bit(false);
        RicRequestId.CODEC.encode(value.requestId(), out);
        out.integer(value.ranFunctionId(), 0, 4095);
        Cause.CODEC.encode(value.cause(), out);
    }

    @Override
    public RicSubscriptionDeleteRequired.Ended decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RicSubscriptionDeleteRequired.Ended item = new RicSubscriptionDeleteRequired.Ended(
                in.field("ricRequestID", RicRequestId.CODEC),
                (int) in.integer("ranFunctionID", 0, 4095),
                in.field("cause", Cause.CODEC));
        if (extended) {
            in.skipAdditions();
        }
        return item;
    }
}
