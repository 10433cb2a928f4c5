package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import java.util.List;

/**
 * RICsubscriptionDetails: when to act and what to do.
 *
 * @param eventTrigger in the encoding of the service model
 * @param actions 1..16
 */
public record SubscriptionDetails(Octets eventTrigger, List<RicAction> actions) {
    private static final Codec<List<RicAction>> ACTIONS =
            new ItemList<>("ricAction-ToBeSetup-List", 1, 16, 19, Criticality.IGNORE, RicAction.CODEC);

    static final Codec<SubscriptionDetails> CODEC = new Codec<>() {
        @Override
        public void encode(SubscriptionDetails value, BitWriter out) {
            out.bit(false);
            out.octets(value.eventTrigger);
            ACTIONS.encode(value.actions, out);
        }

        @Override
        public SubscriptionDetails decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            SubscriptionDetails details =
                    new SubscriptionDetails(in.octets("ricEventTriggerDefinition"), ACTIONS.decode(in));
            if (extended) {
                in.skipAdditions();
            }
            return details;
        }
    };

    public SubscriptionDetails {
        actions = FixedList.copyOf(actions);
    }
}
