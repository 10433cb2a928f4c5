package io.twinslice.sync.mirror;

import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** The way of KPM reports from a cell to its mirror: loses, delays, repeats and rounds them. Not thread-safe. */
public final class ReportLink {
    private static final int CAPACITY = 10_000;

    private final ReportQuality quality;
    private final SplittableRandom random;
    private final PriorityQueue<Flight> flights =
            new PriorityQueue<>(Comparator.comparingLong(Flight::arrivesMillis).thenComparingLong(Flight::number));
    private long number;

    private record Flight(long arrivesMillis, long number, TwinSnapshot report) {}

    /** @param seed everything random follows from it */
    public ReportLink(ReportQuality quality, long seed) {
        this.quality = quality;
        random = new SplittableRandom(seed);
    }

    /** Sends a report at the end of its window. */
    public void send(TwinSnapshot report) {
        // A report takes the same number of draws whatever becomes of it.
        boolean lost = random.nextDouble() < quality.loss();
        boolean twice = random.nextDouble() < quality.duplicates();
        double first = random.nextDouble();
        double second = random.nextDouble();
        if (lost) {
            return;
        }
        TwinSnapshot rounded = rounded(report);
        fly(rounded, first);
        if (twice) {
            fly(rounded, second);
        }
    }

    private void fly(TwinSnapshot report, double luck) {
        if (flights.size() < CAPACITY) {
            long late = quality.delayMillis() + (long) (luck * quality.jitterMillis());
            flights.add(new Flight(report.windowEndMillis() + late, number++, report));
        }
    }

    /** What has arrived up to now and was not received before, in the order of arrival. */
    public List<TwinSnapshot> receive(long nowMillis) {
        List<TwinSnapshot> arrived = new ArrayList<>();
        while (!flights.isEmpty() && flights.element().arrivesMillis() <= nowMillis) {
            arrived.add(flights.remove().report());
        }
        return arrived;
    }

    private TwinSnapshot rounded(TwinSnapshot report) {
        return new TwinSnapshot(
                report.windowEndMillis(),
                report.windowMillis(),
                report.prbCount(),
                report.twins(),
                report.reports().stream().map(this::rounded).toList(),
                report.inForce());
    }

    private SliceReport rounded(SliceReport report) {
        int volume = quality.volumeStepKbit();
        int cqi = quality.cqiStepTenth();
        return new SliceReport(
                rounded(report.offeredKbit(), volume),
                rounded(report.deliveredKbit(), volume),
                rounded(report.bufferedKbit(), volume),
                report.prbUsed(),
                report.packets(),
                report.latePackets(),
                report.meanDelayTenthMillis(),
                report.headOfLineTenthMillis(),
                report.aoiMeanMillis(),
                report.aoiPeakMillis(),
                report.aoiOverLimitPermille(),
                Math.min(150, rounded(report.cqiMeanTenth(), cqi)),
                Math.min(150, rounded(report.cqiLowTenth(), cqi)),
                report.activeUes());
    }

    private static int rounded(int value, int step) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(value / (double) step) * step);
    }
}
