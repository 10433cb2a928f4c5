package io.twinslice.lab.run;

import io.twinslice.env.Scenario;
import io.twinslice.ransim.PacketTrace;
import io.twinslice.ransim.Traffic;
import io.twinslice.ransim.TwinParameters;

/** The text form of a scenario, for its digest: a recording stands in it by every packet it holds. */
final class RecordedText {
    private RecordedText() {}

    static String of(Scenario scenario) {
        StringBuilder text = new StringBuilder(256);
        text.append(scenario.name()).append(scenario.twins()).append(scenario.events());
        text.append(scenario.windowMillis()).append('/').append(scenario.windows());
        text.append(scenario.parameters().prbCount())
                .append('/')
                .append(scenario.parameters().slotMicros());
        text.append(scenario.parameters().disturbances());
        for (TwinParameters twin : scenario.parameters().twins()) {
            text.append(twin.ues()).append(twin.radio()).append(twin.freshestOnly());
            append(twin.traffic(), text);
        }
        return text.toString();
    }

    private static void append(Traffic traffic, StringBuilder text) {
        switch (traffic) {
            case Traffic.Recorded recorded -> {
                PacketTrace trace = recorded.trace();
                text.append(trace.name()).append(recorded.pace());
                for (int i = 0; i < trace.packets(); i++) {
                    text.append(trace.micros(i))
                            .append(':')
                            .append(trace.bytes(i))
                            .append(';');
                }
            }
            case Traffic.Mixed mixed -> mixed.parts().forEach(part -> append(part, text));
            case Traffic.Periodic periodic -> text.append(periodic);
            case Traffic.Poisson poisson -> text.append(poisson);
            case Traffic.Video video -> text.append(video);
            case Traffic.Bursts bursts -> text.append(bursts);
        }
    }
}
