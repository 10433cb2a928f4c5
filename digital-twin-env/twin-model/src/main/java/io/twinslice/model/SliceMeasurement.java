package io.twinslice.model;

import java.util.function.ToIntFunction;

/**
 * The measurements of a {@link SliceReport} under the names they carry in KPM, in the order of its components.
 *
 * <p>Names without the prefix {@code TWS.} are those of TS 28.552. The prefix marks what no standard measurement says
 * and a twin's promise needs: deadlines and age of information, which the node must count because averages hide them.
 */
@SuppressWarnings("ImmutableEnumChecker") // the readers are accessors of a record
public enum SliceMeasurement {
    /** kbit. */
    OFFERED("DRB.PdcpSduVolumeDL", SliceReport::offeredKbit),
    /** kbit. */
    DELIVERED("DRB.RlcSduTransmittedVolumeDL", SliceReport::deliveredKbit),
    /** kbit. */
    BUFFERED("TWS.BufferedVolumeDL", SliceReport::bufferedKbit),
    /** PRBs. */
    PRB_USED("RRU.PrbUsedDl", SliceReport::prbUsed),
    /** Count. */
    PACKETS("TWS.SduTotalDl", SliceReport::packets),
    /** Count. */
    LATE_PACKETS("TWS.SduLateDl", SliceReport::latePackets),
    /** 0.1 ms. */
    MEAN_DELAY("DRB.RlcSduDelayDl", SliceReport::meanDelayTenthMillis),
    /** 0.1 ms. */
    HEAD_OF_LINE("TWS.HeadOfLineDelayDl", SliceReport::headOfLineTenthMillis),
    /** ms. */
    AOI_MEAN("TWS.AoiMean", SliceReport::aoiMeanMillis),
    /** ms. */
    AOI_PEAK("TWS.AoiPeak", SliceReport::aoiPeakMillis),
    /** Permille of UE-time. */
    AOI_OVER_LIMIT("TWS.AoiOverLimit", SliceReport::aoiOverLimitPermille),
    /** CQI × 10. */
    CQI_MEAN("TWS.CqiMean", SliceReport::cqiMeanTenth),
    /** CQI × 10. */
    CQI_LOW("TWS.CqiLow", SliceReport::cqiLowTenth),
    /** UEs. */
    ACTIVE_UES("RRC.ConnMean", SliceReport::activeUes);

    private final String measurementName;
    private final ToIntFunction<SliceReport> reader;

    SliceMeasurement(String measurementName, ToIntFunction<SliceReport> reader) {
        this.measurementName = measurementName;
        this.reader = reader;
    }

    /** The name under which KPM carries it. */
    public String measurementName() {
        return measurementName;
    }

    /** Place of its value in {@link #assemble}. */
    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order of the report's components
    public int index() {
        return ordinal();
    }

    /** Its value in a report. */
    public int of(SliceReport report) {
        return reader.applyAsInt(report);
    }

    /**
     * The report that has these values.
     *
     * @param values one for each measurement, in the order of {@link #values()}
     * @throws IllegalArgumentException when a value is impossible
     */
    public static SliceReport assemble(int[] values) {
        if (values.length != 14) {
            throw new IllegalArgumentException("a slice report has 14 values, not " + values.length);
        }
        return new SliceReport(
                values[0],
                values[1],
                values[2],
                values[3],
                values[4],
                values[5],
                values[6],
                values[7],
                values[8],
                values[9],
                values[10],
                values[11],
                values[12],
                values[13]);
    }
}
