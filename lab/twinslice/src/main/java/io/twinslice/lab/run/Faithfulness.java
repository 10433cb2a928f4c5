package io.twinslice.lab.run;

import io.twinslice.keeper.Mirror;
import io.twinslice.sync.FidelityEntry;
import io.twinslice.verification.TwinFitness;
import java.util.Comparator;
import java.util.Locale;

/** Whether a calibrated twin is good enough to judge policies in. */
final class Faithfulness {
    /** A twin that knows only the mean of everything scores about 1.1. */
    static final double MEAN_LIMIT = 0.6;

    private Faithfulness() {}

    static TwinFitness of(Mirror mirror) {
        double distance = mirror.calibration().distanceAfter();
        String worst = mirror.calibration().entries().stream()
                .max(Comparator.comparingDouble(FidelityEntry::distanceAfter))
                .map(entry -> String.format(
                        Locale.ROOT, "; worst %s of %s with %.2f", entry.kpi(), entry.twin(), entry.distanceAfter()))
                .orElse("");
        return new TwinFitness(
                distance <= MEAN_LIMIT,
                String.format(
                        Locale.ROOT,
                        "mean distance %.3f of %.1f allowed, on %d windows%s",
                        distance,
                        MEAN_LIMIT,
                        mirror.windows(),
                        worst));
    }
}
