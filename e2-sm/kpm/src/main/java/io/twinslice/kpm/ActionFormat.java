package io.twinslice.kpm;

import io.twinslice.aper.FixedList;
import io.twinslice.e2sm.Cgi;
import io.twinslice.e2sm.UeId;
import java.util.List;
import java.util.Optional;

/**
 * The formats of an action definition; formats 4 and 5 are extension alternatives.
 *
 * <p>E2SM-KPM clause 8.3.
 */
public sealed interface ActionFormat {
    long UINT32 = 0xFFFF_FFFFL;

    /**
     * Format 1 (report style 1): measurements of the node or of one cell.
     *
     * @param granularityMillis length of a measurement period, 1..4294967295
     * @param distributions bins of measurements that are distributions (an extension addition), usually empty
     */
    record Format1(
            List<MeasurementInfo> measurements,
            long granularityMillis,
            Optional<Cgi> cell,
            List<Distribution> distributions)
            implements ActionFormat {
        public Format1 {
            measurements = FixedList.copyOf(measurements);
            distributions = FixedList.copyOf(distributions);
            checkPeriod(granularityMillis);
        }

        public Format1(List<MeasurementInfo> measurements, long granularityMillis, Optional<Cgi> cell) {
            this(measurements, granularityMillis, cell, List.of());
        }
    }

    /** DistMeasurementBinRangeItem: a measurement that is a distribution, with its bins. */
    record Distribution(MeasurementType type, BinRanges bins) {}

    /** Format 2 (report style 2): measurements of one UE. */
    record Format2(UeId ue, Format1 subscription) implements ActionFormat {}

    /** Format 3 (report style 3): each measurement over the UEs that match its own conditions. */
    record Format3(List<ConditionalMeasurement> measurements, long granularityMillis, Optional<Cgi> cell)
            implements ActionFormat {
        public Format3 {
            measurements = FixedList.copyOf(measurements);
            checkPeriod(granularityMillis);
        }
    }

    /** Format 4 (report style 4): the same measurements of every UE that matches. */
    record Format4(List<UeCondition> conditions, Format1 subscription) implements ActionFormat {
        public Format4 {
            conditions = FixedList.copyOf(conditions);
        }
    }

    /**
     * Format 5 (report style 5): the same measurements of several UEs.
     *
     * @param ues at least two
     */
    record Format5(List<UeId> ues, Format1 subscription) implements ActionFormat {
        public Format5 {
            ues = FixedList.copyOf(ues);
        }
    }

    private static void checkPeriod(long granularityMillis) {
        if (granularityMillis < 1 || granularityMillis > UINT32) {
            throw new IllegalArgumentException("a granularity period is 1..4294967295 ms, not " + granularityMillis);
        }
    }
}
