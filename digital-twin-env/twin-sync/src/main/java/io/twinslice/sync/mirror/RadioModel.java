package io.twinslice.sync.mirror;

import io.twinslice.model.Sla;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.Radio;
import io.twinslice.ransim.RanCell;
import io.twinslice.ransim.Traffic;
import io.twinslice.ransim.TwinParameters;
import java.util.ArrayList;
import java.util.List;

/**
 * Mean and deviation of a twin's reported CQI, for any offset of its SNR. What CQI a cell reports at an SNR is asked of
 * the simulator once; fading and the spread between UEs are averaged over in closed form (Gaussians in dB).
 */
final class RadioModel {
    private static final double LOWEST_DB = -30;
    private static final double STEP_DB = 0.5;
    private static final int POINTS = 161;
    private static final int REACH = 4;

    private final Radio radio;
    private final int ues;
    private final double[] mean;
    private final double[] variance;
    private final double[] squaredVariance;

    /** @param cqiAt of {@link #cqiTable()} */
    RadioModel(TwinParameters twin, double[] cqiAt) {
        radio = twin.radio();
        ues = twin.ues();
        double[] squares = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            squares[i] = cqiAt[i] * cqiAt[i];
        }
        double[] faded = smooth(cqiAt, radio.fadingDb());
        double[] fadedSquares = smooth(squares, radio.fadingDb());
        double[] inTime = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            inTime[i] = Math.max(0.01, fadedSquares[i] - faded[i] * faded[i]);
        }
        mean = smooth(faded, radio.spreadDb());
        variance = smooth(inTime, radio.spreadDb());
        double[] inTimeSquares = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            inTimeSquares[i] = inTime[i] * inTime[i];
        }
        squaredVariance = smooth(inTimeSquares, radio.spreadDb());
    }

    /** CQI by SNR, from {@value #LOWEST_DB} dB on in steps of {@value #STEP_DB} dB, as the simulator reports it. */
    static double[] cqiTable() {
        double[] table = new double[POINTS];
        int batch = 16;
        for (int first = 0; first < POINTS; first += batch) {
            int twins = Math.min(batch, POINTS - first);
            List<TwinParameters> parameters = new ArrayList<>();
            List<TwinProfile> profiles = new ArrayList<>();
            for (int i = 0; i < twins; i++) {
                double snr = Math.clamp(LOWEST_DB + (first + i) * STEP_DB, -20, 50);
                parameters.add(new TwinParameters(1, new Traffic.Poisson(1e-3, 100), new Radio(snr, 0, 0, 100), false));
                profiles.add(new TwinProfile("probe-" + i, new Snssai(1, i), new Sla(100, 0, 1000, 0), 1));
            }
            var reports = new RanCell(new CellParameters(1, 1000, parameters, List.of()), profiles, 1)
                    .runWindow(20)
                    .reports();
            for (int i = 0; i < twins; i++) {
                table[first + i] = reports.get(i).cqiMeanTenth() / 10.0;
            }
        }
        return table;
    }

    /** The average over a Gaussian of this deviation around each point. */
    private static double[] smooth(double[] table, double deviationDb) {
        if (deviationDb < STEP_DB / 10) {
            return table.clone();
        }
        int reach = (int) Math.ceil(REACH * deviationDb / STEP_DB);
        double[] weight = new double[2 * reach + 1];
        double total = 0;
        for (int i = 0; i < weight.length; i++) {
            double z = (i - reach) * STEP_DB / deviationDb;
            weight[i] = StrictMath.exp(-z * z / 2);
            total += weight[i];
        }
        double[] smooth = new double[table.length];
        for (int at = 0; at < table.length; at++) {
            double sum = 0;
            for (int i = 0; i < weight.length; i++) {
                sum += weight[i] * table[Math.clamp(at + i - reach, 0, table.length - 1)];
            }
            smooth[at] = sum / total;
        }
        return smooth;
    }

    /** Mean CQI when the SNR is off by so much. */
    double mean(double offsetDb) {
        return at(mean, offsetDb);
    }

    /** Variance of a report's mean CQI in time, with fading times this factor and reports rounded to this step. */
    double variance(double offsetDb, double fadingFactor, double cqiStep) {
        return at(variance, offsetDb) * fadingFactor * fadingFactor / ues + cqiStep * cqiStep / 12;
    }

    /** Correlation of two reports so far apart. */
    double correlation(double millis, double coherenceFactor) {
        return StrictMath.exp(-millis / (radio.coherenceMillis() * coherenceFactor));
    }

    /** Deviation of the mean offset of the UEs that happen to be there, in dB. */
    double biasDb() {
        return radio.spreadDb() / Math.sqrt(ues);
    }

    /**
     * Relative deviation of the fading that the UEs that happen to be there seem to have: CQI steps more at some SNR
     * than at others.
     */
    double fadingBias(double offsetDb) {
        double usual = at(variance, offsetDb);
        return Math.sqrt(Math.max(0, at(squaredVariance, offsetDb) - usual * usual) / ues) / usual / 2;
    }

    private double at(double[] table, double offsetDb) {
        double place = Math.clamp((radio.meanSnrDb() + offsetDb - LOWEST_DB) / STEP_DB, 0, POINTS - 1.001);
        int cell = (int) place;
        double part = place - cell;
        return table[cell] + part * (table[cell + 1] - table[cell]);
    }
}
