package io.twinslice.ransim;

/**
 * TS 38.214 clause 5.1.3.2 once more, sentence by sentence and in whole numbers: the number of information bits is kept
 * as 2048 times itself, because every code rate is a multiple of 1/2048. Written apart from the code under test.
 */
final class TransportBlockSizeReference {
    /** Table 5.1.3.2-1, read down its columns. */
    private static final int[] TABLE = {
        24, 32, 40, 48, 56, 64, 72, 80, 88, 96, 104, 112, 120, 128, 136, 144, 152, 160, 168, 176, 184, 192, 208, 224,
        240, 256, 272, 288, 304, 320, 336, 352, 368, 384, 408, 432, 456, 480, 504, 528, 552, 576, 608, 640, 672, 704,
        736, 768, 808, 848, 888, 928, 984, 1032, 1064, 1128, 1160, 1192, 1224, 1256, 1288, 1320, 1352, 1416, 1480, 1544,
        1608, 1672, 1736, 1800, 1864, 1928, 2024, 2088, 2152, 2216, 2280, 2408, 2472, 2536, 2600, 2664, 2728, 2792,
        2856, 2976, 3104, 3240, 3368, 3496, 3624, 3752, 3824
    };

    private static final long ONE = 2048;

    private TransportBlockSizeReference() {}

    static int tableEntries() {
        return TABLE.length;
    }

    /**
     * @param symbols symbols of the PDSCH in the slot
     * @param dmrsElements resource elements of a PRB for DMRS, with the CDM groups without data
     * @param overhead xOverhead: 0, 6, 12 or 18
     * @param twiceRate1024 code rate × 2048
     */
    static int size(int symbols, int dmrsElements, int overhead, int prbs, int order, int twiceRate1024, int layers) {
        // "1) The UE shall first determine the number of REs within the slot": N'RE and NRE.
        long elementsOfPrb = 12L * symbols - dmrsElements - overhead;
        long elements = Math.min(156, elementsOfPrb) * prbs;
        // "2) Intermediate number of information bits": Ninfo = NRE R Qm v.
        long info = elements * twiceRate1024 * order * layers;
        return info <= 3824 * ONE ? small(info) : large(info, twiceRate1024);
    }

    /** "3) When Ninfo <= 3824": quantise, then the closest entry of the table that is not less. */
    private static int small(long info) {
        int n = Math.max(3, floorLog2(info) - 6);
        long power = 1L << n;
        long quantised = Math.max(24, power * (info / (power * ONE)));
        for (int entry : TABLE) {
            if (entry >= quantised) {
                return entry;
            }
        }
        throw new AssertionError("beyond the table: " + quantised);
    }

    /** "4) When Ninfo > 3824": quantise with ties towards the next largest integer, then split into code blocks. */
    private static int large(long info, int twiceRate1024) {
        long less = info - 24 * ONE;
        int n = floorLog2(less) - 5;
        long power = 1L << n;
        long whole = less / (power * ONE);
        long rest = less % (power * ONE);
        long rounded = 2 * rest >= power * ONE ? whole + 1 : whole;
        long quantised = Math.max(3840, power * rounded);
        long blocks;
        if (4L * twiceRate1024 <= ONE) {
            blocks = ceiling(quantised + 24, 3816);
        } else if (quantised > 8424) {
            blocks = ceiling(quantised + 24, 8424);
        } else {
            blocks = 1;
        }
        return Math.toIntExact(8 * blocks * ceiling(quantised + 24, 8 * blocks) - 24);
    }

    private static int floorLog2(long times2048) {
        int exponent = -11;
        for (long power = 1; 2 * power <= times2048; power *= 2) {
            exponent++;
        }
        return exponent;
    }

    private static long ceiling(long numerator, long denominator) {
        return numerator / denominator + (numerator % denominator == 0 ? 0 : 1);
    }
}
