package io.twinslice.aper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The extension additions of one SEQUENCE that this end's text does not have, as they were sent (X.691 clauses 19.7 to
 * 19.9); also a bitmap that is longer or shorter than this end would send.
 *
 * @param extensionBit the bit that announced them
 * @param bitmap where the bitmap stands, with its length before it
 * @param count length of the bitmap
 * @param present bit i for addition i
 * @param own whether this end sends additions of its own there, and so a bitmap
 * @param place where the first unknown addition stands, before alignment
 * @param sent the unknown additions, each with its length
 */
record UnknownAdditions(
        Place extensionBit, Place bitmap, int count, long present, boolean own, Place place, Octets sent) {

    /** Additions that were announced and are still being read, innermost last. */
    static final class Open {
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
}
