package io.twinslice.e2ap;

import io.twinslice.aper.Codec;

/** The items that say no more than an action's id, such as RICaction-Admitted-Item. */
final class ActionIdItem {
    static final Codec<Integer> CODEC = Codec.sequence("ricActionID", NumberCodec.ACTION_ID);

    private ActionIdItem() {}
}
