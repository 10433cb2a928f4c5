package io.twinslice.e2ap;

import io.twinslice.aper.Codec;

/** Cause: why something was refused or failed, by group. */
public sealed interface Cause
        permits RicRequestCause, RicServiceCause, E2NodeCause, TransportCause, ProtocolCause, MiscCause, Cause.Unknown {
    Codec<Cause> CODEC = new CauseCodec();

    /**
     * An extension item that the text this end follows does not have yet.
     *
     * @param group index of the group in the CHOICE
     * @param item index among the extension items of the group
     */
    record Unknown(int group, int item) implements Cause {}
}
