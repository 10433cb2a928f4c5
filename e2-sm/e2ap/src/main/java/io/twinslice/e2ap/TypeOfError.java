package io.twinslice.e2ap;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** TypeOfError. */
public enum TypeOfError {
    NOT_UNDERSTOOD,
    MISSING,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<TypeOfError> CODEC = new EnumCodec<>("TypeOfError", List.of(values()), 2, TypeOfError::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
