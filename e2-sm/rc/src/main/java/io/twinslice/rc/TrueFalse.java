package io.twinslice.rc;

import io.twinslice.aper.Codec;
import java.util.List;

/**
 * ENUMERATED {true, false, ...}.
 *
 * <p>E2SM-RC clause 9.3.
 */
public enum TrueFalse {
    TRUE,
    FALSE,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<TrueFalse> CODEC = new Codec.Enumerated<>("true", List.of(values()), 2, TrueFalse::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
