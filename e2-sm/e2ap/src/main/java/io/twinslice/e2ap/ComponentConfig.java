package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;

/**
 * E2nodeComponentConfigAddition-Item and, with the same encoding, E2nodeComponentConfigUpdate-Item: the setup of one
 * interface of a node.
 *
 * @param requestPart setup request of the interface's own protocol
 * @param responsePart its answer
 */
public record ComponentConfig(InterfaceType interfaceType, ComponentId id, Octets requestPart, Octets responsePart) {
    static final Codec<ComponentConfig> CODEC = new Codec<>() {
        @Override
        public void encode(ComponentConfig value, BitWriter out) {
            out.bit(false);
            InterfaceType.CODEC.encode(value.interfaceType, out);
            ComponentId.CODEC.encode(value.id, out);
            out.bit(false);
            out.octets(value.requestPart);
            out.octets(value.responsePart);
        }

        @Override
        public ComponentConfig decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            InterfaceType interfaceType = InterfaceType.CODEC.decode(in);
            ComponentId id = in.field("e2nodeComponentID", ComponentId.CODEC);
            boolean configExtended = in.extensionBit();
            ComponentConfig config = new ComponentConfig(
                    interfaceType,
                    id,
                    in.octets("e2nodeComponentRequestPart"),
                    in.octets("e2nodeComponentResponsePart"));
            if (configExtended) {
                in.skipAdditions();
            }
            if (extended) {
                in.skipAdditions();
            }
            return config;
        }
    };
}
