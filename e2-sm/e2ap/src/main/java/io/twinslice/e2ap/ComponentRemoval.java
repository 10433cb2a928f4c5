package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/** E2nodeComponentConfigRemoval-Item: an interface that a node gives up. */
public record ComponentRemoval(InterfaceType interfaceType, ComponentId id) {
    static final Codec<ComponentRemoval> CODEC = new Codec<>() {
        @Override
        public void encode(ComponentRemoval value, BitWriter out) {
            out.bit(false);
            InterfaceType.CODEC.encode(value.interfaceType, out);
            ComponentId.CODEC.encode(value.id, out);
        }

        @Override
        public ComponentRemoval decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            ComponentRemoval item = new ComponentRemoval(
                    InterfaceType.CODEC.decode(in), in.field("e2nodeComponentID", ComponentId.CODEC));
            if (extended) {
                in.skipAdditions();
            }
            return item;
        }
    };
}
