package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of single containers, each an IE of the same id around one item.
 *
 * @param lower fewest items on the wire
 * @param upper most items
 */
record ItemList<T>(String name, int lower, int upper, int itemId, Criticality criticality, Codec<T> item)
        implements Codec<List<T>> {
    @Override
    public void encode(List<T> value, BitWriter out) {
        out.count(value.size(), lower, upper);
        for (int i = 0; i < value.size(); i++) {
            out.integer(itemId, 0, 65535);
            Criticality.CODEC.encode(criticality, out);
            out.openType(value.get(i), item);
        }
    }

    @Override
    public List<T> decode(BitReader in) throws DecodeException {
        int count = in.count(name, lower, upper);
        List<T> items = new ArrayList<>(count);
        in.enter(name);
        for (int i = 0; i < count; i++) {
            in.item(i);
            int id = (int) in.integer("id", 0, 65535);
            Criticality sent = Criticality.sent(criticality, in);
            if (id == itemId) {
                items.add(in.openType("value", item));
            } else if (in.keepsRemarks()) {
                in.remark(new CriticalityDiagnostics.DiagnosedIe(
                        sent, id, CriticalityDiagnostics.TypeOfError.NOT_UNDERSTOOD));
                in.skipOpenType("value");
            } else if (sent == Criticality.REJECT) {
                throw in.malformed("id", "IE " + id + " with criticality reject instead of " + itemId);
            } else {
                in.skipOpenType("value");
            }
        }
        in.leave();
        if (items.size() < lower) {
            throw in.malformed(name, "no item is understood");
        }
        return FixedList.copyOf(items);
    }
}
