package io.twinslice.rc;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** NRFrequencyShift7p5khz: ENUMERATED {false, true, ...}. */
public enum FrequencyShift {
    FALSE,
    TRUE,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<FrequencyShift> CODEC =
            new EnumCodec<>("frequencyShift7p5khz", List.of(values()), 2, FrequencyShift::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
