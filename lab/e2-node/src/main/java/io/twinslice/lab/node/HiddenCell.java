package io.twinslice.lab.node;

import io.twinslice.env.Scenario;
import io.twinslice.ransim.Radio;
import io.twinslice.ransim.TwinParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The truth that the lab's RAN runs with and that nobody else is told. Without it the twin would be calibrated against
 * itself, and a fidelity would mean nothing.
 *
 * <p>Load, SNR, spread between UEs, fading depth and coherence of every twin differ from the scenario's nominal values
 * by amounts drawn from the seed. The promises and the events stay the scenario's.
 */
public final class HiddenCell {
    private static final long SALT = 0x7E11_0F41_E2CE_11AAL;

    private HiddenCell() {}

    /** The scenario as the hidden cell plays it. */
    public static Scenario of(Scenario nominal, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ SALT);
        List<TwinParameters> twins = new ArrayList<>();
        for (TwinParameters twin : nominal.parameters().twins()) {
            double load = between(random, 0.85, 1.2);
            Radio radio = twin.radio();
            Radio hidden = new Radio(
                    radio.meanSnrDb() + between(random, -2, 1.5),
                    radio.spreadDb() * between(random, 0.8, 1.2),
                    radio.fadingDb() * between(random, 0.8, 1.25),
                    radio.coherenceMillis() * between(random, 0.7, 1.4));
            twins.add(twin.scaled(load).withRadio(hidden));
        }
        return nominal.withParameters(nominal.parameters().withTwins(twins));
    }

    private static double between(SplittableRandom random, double low, double high) {
        return low + (high - low) * ((random.nextLong() >>> 11) * 0x1p-53);
    }
}
