package io.twinslice.ransim;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Transport block sizes of a carrier (TS 38.214 clause 5.1.3.2), one layer, precomputed. Immutable.
 *
 * <p>An {@code mcs} is one of table 1, and beyond those a row of all three tables: {@link LinkTable#firstRow} + MCS.
 */
public final class TransportBlockSize {
    /** Number of modulation and coding schemes of table 1. */
    public static final int MCS_COUNT = 29;

    /** Resource elements of a PRB and slot: 12 data symbols, less one DMRS symbol. */
    static final int RESOURCE_ELEMENTS = 12 * 12 - 12;

    private static final int[] SMALL = smallSizes();

    private static final AtomicReferenceArray<TransportBlockSize> CARRIERS = new AtomicReferenceArray<>(276);

    private final int prbCount;
    private final int[] bits;
    /** Share of a PRB that carries one bit, per MCS, as far as sizes are proportional. */
    private final double[] prbsPerBit;

    /** @param prbCount PRBs of the carrier, 1..275 */
    public TransportBlockSize(int prbCount) {
        if (prbCount < 1 || prbCount > 275) {
            throw new IllegalArgumentException("prbCount must be 1..275, not " + prbCount);
        }
        this.prbCount = prbCount;
        bits = new int[LinkTables.ROWS * (prbCount + 1)];
        prbsPerBit = new double[LinkTables.ROWS];
        for (int row = 0; row < LinkTables.ROWS; row++) {
            LinkTable table = LinkTables.tableOf(row);
            int mcs = row - table.firstRow();
            for (int prbs = 1; prbs <= prbCount; prbs++) {
                bits[row * (prbCount + 1) + prbs] =
                        of(RESOURCE_ELEMENTS, prbs, table.order(mcs), table.rate1024(mcs), 1);
            }
            prbsPerBit[row] = prbCount / (double) bits(row, prbCount);
        }
    }

    /** The sizes of a carrier, which all its cells share. */
    static TransportBlockSize ofCarrier(int prbCount) {
        TransportBlockSize known = CARRIERS.get(prbCount);
        if (known == null) {
            known = new TransportBlockSize(prbCount);
            CARRIERS.set(prbCount, known);
        }
        return known;
    }

    /** Bits that fit into the PRBs at an MCS; 0 for no PRB. */
    public int bits(int mcs, int prbs) {
        return bits[mcs * (prbCount + 1) + prbs];
    }

    /** Fewest PRBs that carry this many bits at an MCS, or all of them. */
    int prbsFor(int mcs, long wanted) {
        int row = mcs * (prbCount + 1);
        if (wanted > bits[row + prbCount]) {
            return prbCount;
        }
        // The size is nearly proportional to the PRBs, so the first guess is at most a few steps off.
        int prbs = Math.max(1, (int) (wanted * prbsPerBit[mcs]));
        while (prbs > 1 && bits[row + prbs - 1] >= wanted) {
            prbs--;
        }
        while (bits[row + prbs] < wanted) {
            prbs++;
        }
        return prbs;
    }

    /**
     * The procedure itself.
     *
     * @param elementsPerPrb resource elements N'RE of a PRB after DMRS and overhead; more than 156 count as 156
     * @param prbs allocated PRBs, at least 1
     * @param order modulation order Qm: 2, 4, 6 or 8
     * @param rate1024 target code rate × 1024
     * @param layers transmission layers, 1..4
     */
    public static int of(int elementsPerPrb, int prbs, int order, double rate1024, int layers) {
        double info = Math.min(156, elementsPerPrb) * prbs * (rate1024 / 1024) * order * layers;
        if (info <= 3824) {
            int n = Math.max(3, floorLog2(info) - 6);
            int quantised = Math.max(24, (int) (info / (1 << n)) << n);
            int i = 0;
            while (SMALL[i] < quantised) {
                i++;
            }
            return SMALL[i];
        }
        int n = floorLog2(info - 24) - 5;
        int quantised = Math.max(3840, (int) ((info - 24) / (1 << n) + 0.5) << n);
        int blocks = 1;
        if (rate1024 <= 256) {
            blocks = Math.ceilDiv(quantised + 24, 3816);
        } else if (quantised > 8424) {
            blocks = Math.ceilDiv(quantised + 24, 8424);
        }
        return 8 * blocks * Math.ceilDiv(quantised + 24, 8 * blocks) - 24;
    }

    private static int floorLog2(double value) {
        return Math.getExponent(value);
    }

    /** Table 5.1.3.2-1: 93 sizes up to 3824. */
    private static int[] smallSizes() {
        int[] sizes = new int[93];
        int count = 0;
        int[][] runs = {{24, 192, 8}, {208, 384, 16}, {408, 576, 24}, {608, 768, 32}};
        for (int[] run : runs) {
            for (int size = run[0]; size <= run[1]; size += run[2]) {
                sizes[count++] = size;
            }
        }
        for (int size : new int[] {808, 848, 888, 928, 984, 1032, 1064, 1128}) {
            sizes[count++] = size;
        }
        for (int size = 1160; size <= 1352; size += 32) {
            sizes[count++] = size;
        }
        for (int size = 1416; size <= 1928; size += 64) {
            sizes[count++] = size;
        }
        for (int size : new int[] {2024, 2088, 2152, 2216, 2280, 2408}) {
            sizes[count++] = size;
        }
        for (int size = 2472; size <= 2856; size += 64) {
            sizes[count++] = size;
        }
        for (int size : new int[] {2976, 3104, 3240, 3368, 3496, 3624, 3752, 3824}) {
            sizes[count++] = size;
        }
        if (count != sizes.length) {
            throw new AssertionError("the table has 93 sizes, not " + count);
        }
        return sizes;
    }
}
