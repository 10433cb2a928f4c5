package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;

/**
 * E2SM-KPM-EventTriggerDefinition format 1: report periodically.
 *
 * <p>E2SM-KPM clause 8.2.
 *
 * @param reportingPeriodMillis 1..4294967295
 */
public record KpmEventTrigger(long reportingPeriodMillis) {
    public static final Codec<KpmEventTrigger> CODEC = new KpmEventTriggerCodec();

    public KpmEventTrigger {
        if (reportingPeriodMillis < 1 || reportingPeriodMillis > ActionFormat.UINT32) {
            throw new IllegalArgumentException("a reporting period is 1..4294967295 ms, not " + reportingPeriodMillis);
        }
    }

    public static KpmEventTrigger decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return CODEC.fromOctets("E2SM-KPM-EventTriggerDefinition", octets, limits);
    }

    public Octets encode() {
        return CODEC.toOctetString(this);
    }
}

/** Both directions of {@link KpmEventTrigger}. */
final class KpmEventTriggerCodec implements Codec<KpmEventTrigger> {
    @Override
    public void encode(KpmEventTrigger value, BitWriter out) {
        out.bit(false);
        out.choice(0, 1);
        out.bit(false);
        out.integer(value.reportingPeriodMillis(), 1, ActionFormat.UINT32);
    }

    @Override
    public KpmEventTrigger decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        if (in.choice("eventDefinition-formats", 1) != 0) {
            throw in.malformed("eventDefinition-formats", "an unknown format");
        }
        boolean formatExtended = in.extensionBit();
        KpmEventTrigger trigger = new KpmEventTrigger(in.integer("reportingPeriod", 1, ActionFormat.UINT32));
        if (formatExtended) {
            in.skipAdditions();
        }
        if (extended) {
            in.skipAdditions();
        }
        return trigger;
    }
}
