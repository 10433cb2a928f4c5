package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * MeasurementType: a measurement by name or by the number the node's description gives it.
 *
 * <p>E2SM-KPM clause 8.3.
 */
public sealed interface MeasurementType {
    Codec<MeasurementType> CODEC = new MeasurementTypeCodec();

    /** The measurement of this name in TS 28.552, such as {@code RRU.PrbUsedDl}. */
    static MeasurementType named(String name) {
        return new Name(name);
    }

    /** By name. */
    record Name(String name) implements MeasurementType {}

    /** By number, 1..65536 by the text in force. */
    record Id(long id) implements MeasurementType {}
}

/** Both directions of {@link MeasurementType}. */
final class MeasurementTypeCodec implements Codec<MeasurementType> {
    @Override
    public void encode(MeasurementType value, BitWriter out) {
        switch (value) {
            case MeasurementType.Name name -> {
                out.choice(0, 2);
                out.string(name.name(), 1, 150);
            }
            case MeasurementType.Id id -> {
                out.choice(1, 2);
                out.extensibleInteger(id.id(), 1, 65536);
            }
        }
    }

    @Override
    public MeasurementType decode(BitReader in) throws DecodeException {
        return switch (in.choice("measType", 2)) {
            case 0 -> new MeasurementType.Name(in.string("measName", 1, 150));
            case 1 -> new MeasurementType.Id(in.extensibleInteger("measID", 1, 65536));
            default -> throw in.malformed("measType", "neither name nor number");
        };
    }
}
