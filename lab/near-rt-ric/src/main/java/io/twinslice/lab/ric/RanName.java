package io.twinslice.lab.ric;

import io.twinslice.e2ap.GlobalE2NodeId;
import io.twinslice.e2sm.GlobalGnbId;
import java.util.Locale;
import java.util.Optional;

/** The inventory name of an E2 node, its meid: {@code gnb_<mcc><mnc>_<gNB id in hex>}. */
final class RanName {
    private RanName() {}

    /** The name of a gNB or en-gNB; other kinds of nodes are not served. */
    static Optional<String> of(GlobalE2NodeId node) {
        return switch (node) {
            case GlobalE2NodeId.Gnb gnb -> Optional.of(name(gnb.id()));
            case GlobalE2NodeId.EnGnb gnb -> Optional.of(name(gnb.id()));
            case GlobalE2NodeId.NgEnb ngEnb -> Optional.empty();
            case GlobalE2NodeId.Enb enb -> Optional.empty();
        };
    }

    private static String name(GlobalGnbId id) {
        int plmn = id.plmn().value();
        StringBuilder digits = new StringBuilder();
        // Swapped digits: MCC 2 and 1, MNC 3 and MCC 3, MNC 2 and 1; a filler of 15 stands for no third MNC digit.
        for (int shift : new int[] {16, 20, 8, 0, 4, 12}) {
            int digit = (plmn >>> shift) & 0xf;
            if (digit != 0xf) {
                digits.append(Character.forDigit(digit, 16));
            }
        }
        int hexDigits = (id.id().length() + 3) / 4;
        return "gnb_" + digits + "_"
                + String.format(Locale.ROOT, "%0" + hexDigits + "x", id.id().value());
    }
}
