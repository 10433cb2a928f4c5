package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.List;

/** Cause: a CHOICE of six extensible enumerations. */
final class CauseCodec implements Codec<Cause> {
    private static final List<String> NAMES =
            List.of("ricRequest", "ricService", "e2Node", "transport", "protocol", "misc");
    private static final List<List<? extends Cause>> ITEMS = List.of(
            List.of(Cause.RicRequest.values()),
            List.of(Cause.RicService.values()),
            List.of(Cause.E2Node.values()),
            List.of(Cause.Transport.values()),
            List.of(Cause.Protocol.values()),
            List.of(Cause.Misc.values()));
    private static final List<Integer> ROOTS = List.of(14, 3, 1, 2, 7, 4);

    @Override
    public void encode(Cause value, BitWriter out) {
        switch (value) {
            case Cause.RicRequest cause -> encode(0, cause.index(), out);
            case Cause.RicService cause -> encode(1, cause.index(), out);
            case Cause.E2Node cause -> encode(2, cause.index(), out);
            case Cause.Transport cause -> encode(3, cause.index(), out);
            case Cause.Protocol cause -> encode(4, cause.index(), out);
            case Cause.Misc cause -> encode(5, cause.index(), out);
            case Cause.Unknown cause -> encode(cause.group(), ROOTS.get(cause.group()) + cause.item(), out);
        }
    }

    private static void encode(int group, int item, BitWriter out) {
        out.choice(group, NAMES.size());
        out.extensibleEnum(item, ROOTS.get(group));
    }

    @Override
    public Cause decode(BitReader in) throws DecodeException {
        int group = in.choice("Cause", NAMES.size());
        if (group >= NAMES.size()) {
            throw in.malformed("Cause", "an unknown group");
        }
        int item = in.extensibleEnum(NAMES.get(group), ROOTS.get(group));
        List<? extends Cause> items = ITEMS.get(group);
        return item < items.size() ? items.get(item) : new Cause.Unknown(group, item - ROOTS.get(group));
    }
}
