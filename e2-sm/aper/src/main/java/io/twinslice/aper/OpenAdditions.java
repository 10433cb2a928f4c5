package io.twinslice.aper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Additions that were announced and are still being read, innermost last. */
final class OpenAdditions {
    private final List<Place> announced = new ArrayList<>();
    private final List<Bitmap> bitmaps = new ArrayList<>();

    private record Bitmap(Place extensionBit, Place place, int count, long present) {}

    void clear() {
        announced.clear();
        bitmaps.clear();
    }

    void announced(Place extensionBit) {
        announced.add(extensionBit);
    }

    void bitmap(Place place, int count, long present) {
        bitmaps.add(new Bitmap(announced.removeLast(), place, count, present));
    }

    /** The additions read last, unless this end, which knows {@code known}, would send them itself. */
    Optional<UnknownAdditions> end(int known, Place place, Octets sent) {
        Bitmap last = bitmaps.removeLast();
        if (last.count == known || last.present == 0) {
            return Optional.empty();
        }
        boolean own = (last.present & ((1L << known) - 1)) != 0;
        return Optional.of(
                new UnknownAdditions(last.extensionBit, last.place, last.count, last.present, own, place, sent));
    }
}
