package io.twinslice.sync;

import io.twinslice.ransim.Radio;
import io.twinslice.ransim.Traffic;
import io.twinslice.ransim.TwinParameters;

/**
 * How a twin of the live cell differs from the prior one.
 *
 * @param loadFactor offered volume, 0.05..20
 * @param snrOffsetDb mean SNR, -25..25
 * @param fadingFactor standard deviation of the fading, 0.25..4
 * @param burstinessFactor size of packets and bursts (at the same volume) and deviation of frame sizes, 0.25..4
 */
public record TwinEstimate(double loadFactor, double snrOffsetDb, double fadingFactor, double burstinessFactor) {
    static final TwinEstimate SAME = new TwinEstimate(1, 0, 1, 1);

    public TwinEstimate {
        require("loadFactor", loadFactor, 0.05, 20);
        require("snrOffsetDb", snrOffsetDb, -25, 25);
        require("fadingFactor", fadingFactor, 0.25, 4);
        require("burstinessFactor", burstinessFactor, 0.25, 4);
    }

    private static void require(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " must be " + low + ".." + high + ", not " + value);
        }
    }

    /** The prior twin, changed by this much. */
    public TwinParameters applyTo(TwinParameters prior) {
        Radio radio = prior.radio().offset(snrOffsetDb);
        Radio faded = new Radio(
                radio.meanSnrDb(),
                radio.spreadDb(),
                Math.min(20, radio.fadingDb() * fadingFactor),
                radio.coherenceMillis());
        return new TwinParameters(
                prior.ues(), burstier(prior.traffic()).scaled(loadFactor), faded, prior.freshestOnly());
    }

    private Traffic burstier(Traffic traffic) {
        return switch (traffic) {
            case Traffic.Poisson(double rate, int bytes) -> {
                int larger = larger(bytes);
                yield new Traffic.Poisson(rate * bytes / larger, larger);
            }
            case Traffic.Bursts(double rate, int bytes, double std) -> {
                int larger = larger(bytes);
                yield new Traffic.Bursts(rate * bytes / larger, larger, std);
            }
            case Traffic.Video(double frames, double rate, double std) ->
                new Traffic.Video(frames, rate, Math.min(1, std * burstinessFactor));
            case Traffic.Mixed(var parts) ->
                new Traffic.Mixed(parts.stream().map(this::burstier).toList());
            case Traffic.PerUe(var parts) ->
                new Traffic.PerUe(parts.stream().map(this::burstier).toList());
            case Traffic.Periodic periodic -> periodic;
            case Traffic.Recorded recorded -> recorded;
        };
    }

    private int larger(int bytes) {
        return (int) Math.clamp(Math.round(bytes * burstinessFactor), 1L, Traffic.MAX_PACKET_BYTES);
    }
}
