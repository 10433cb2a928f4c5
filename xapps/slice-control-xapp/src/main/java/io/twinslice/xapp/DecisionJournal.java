package io.twinslice.xapp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceMeasurement;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Shield;
import io.twinslice.slicecontrol.ControlOutcome;
import io.twinslice.slicecontrol.DecisionLog;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The decision log on disk, one JSON object a line, as docs/json.md has it: a {@code decision} when it is taken and an
 * {@code outcome} when its control is settled.
 *
 * <p>Bounded: beyond {@code maxOctets} lines are counted and not written. A failing disk never stops control; it shows
 * in {@link #linesLost}. Not thread-safe, but for the counts: the loop's thread writes.
 */
final class DecisionJournal implements DecisionLog, AutoCloseable {
    private final JsonFactory factory =
            new JsonFactory().configure(StreamWriteFeature.AUTO_CLOSE_TARGET.mappedFeature(), false);
    private final OutputStream file;
    private final long maxOctets;
    private long octets;
    private final AtomicLong linesLost = new AtomicLong();

    DecisionJournal(Path path, long maxOctets) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        boolean torn = endsTorn(path);
        this.file = new BufferedOutputStream(
                Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND), 1 << 16);
        if (torn) {
            file.write('\n');
        }
        this.octets = Files.size(path);
        this.maxOctets = maxOctets;
    }

    /** A process that was killed may have left half a line; the next one must not go on in it. */
    private static boolean endsTorn(Path path) throws IOException {
        if (!Files.exists(path) || Files.size(path) == 0) {
            return false;
        }
        try (RandomAccessFile existing = new RandomAccessFile(path.toFile(), "r")) {
            existing.seek(existing.length() - 1);
            return existing.read() != '\n';
        }
    }

    /** Lines that could not be written, because the disk failed or the bound was reached. */
    long linesLost() {
        return linesLost.get();
    }

    @Override
    public void decided(
            long control, TwinSnapshot state, Decision proposed, Shield.Admitted admitted, String policyDigest) {
        line(json -> {
            json.writeStringField("kind", "decision");
            json.writeNumberField("control", control);
            json.writeNumberField("windowEndMillis", state.windowEndMillis());
            json.writeStringField("policyDigest", policyDigest);
            json.writeNumberField("propensity", proposed.propensity());
            json.writeObjectFieldStart("state");
            for (int twin = 0; twin < state.slices(); twin++) {
                json.writeObjectFieldStart(state.twins().get(twin).name());
                for (SliceMeasurement measurement : SliceMeasurement.values()) {
                    json.writeNumberField(
                            measurement.measurementName(),
                            measurement.of(state.reports().get(twin)));
                }
                json.writeEndObject();
            }
            json.writeEndObject();
            plan(json, "inForce", state.inForce());
            plan(json, "proposed", proposed.plan());
            plan(json, "action", admitted.plan());
            json.writeBooleanField("shieldAltered", admitted.altered());
            if (admitted.altered()) {
                json.writeStringField("shieldReason", admitted.reason());
            }
        });
    }

    @Override
    public void settled(long control, ControlOutcome outcome) {
        line(json -> {
            json.writeStringField("kind", "outcome");
            json.writeNumberField("control", control);
            switch (outcome) {
                case ControlOutcome.Acknowledged() -> json.writeStringField("outcome", "acknowledged");
                case ControlOutcome.Refused refused -> {
                    json.writeStringField("outcome", "refused");
                    json.writeStringField("cause", refused.cause());
                }
                case ControlOutcome.TimedOut() -> json.writeStringField("outcome", "timedOut");
            }
        });
    }

    /** Hands what is buffered to the operating system. */
    void flush() {
        try {
            file.flush();
        } catch (IOException e) {
            linesLost.incrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Quotas as {@code [dedicated, min, max]} for each twin. */
    private static void plan(JsonGenerator json, String name, QuotaPlan plan) throws IOException {
        json.writeArrayFieldStart(name);
        for (PrbQuota quota : plan.quotas()) {
            json.writeArray(new int[] {quota.dedicatedPercent(), quota.minPercent(), quota.maxPercent()}, 0, 3);
        }
        json.writeEndArray();
    }

    @FunctionalInterface
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private void line(Fields fields) {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = factory.createGenerator(buffer)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            linesLost.incrementAndGet();
            return;
        }
        if (octets + buffer.size() > maxOctets) {
            linesLost.incrementAndGet();
            return;
        }
        try {
            buffer.writeTo(file);
            octets += buffer.size();
        } catch (IOException e) {
            linesLost.incrementAndGet();
        }
    }
}
