package io.twinslice.env.grpc;

import io.twinslice.env.grpc.v1.Twin;
import io.twinslice.model.Sla;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;

/** Twin profiles on the wire. */
final class Twins {
    private Twins() {}

    static Twin write(TwinProfile profile) {
        return Twin.newBuilder()
                .setName(profile.name())
                .setSst(profile.slice().sst())
                .setSd(profile.slice().sd())
                .setDeadlineMillis(profile.sla().deadlineMillis())
                .setReliability(profile.sla().reliability())
                .setAoiLimitMillis(profile.sla().aoiLimitMillis())
                .setMinKbitPerSecond(profile.sla().minKbitPerSecond())
                .setPriority(profile.priority())
                .build();
    }

    /** @throws IllegalArgumentException when it is out of range */
    static TwinProfile read(Twin twin) {
        return new TwinProfile(
                twin.getName(),
                new Snssai(twin.getSst(), twin.getSd()),
                new Sla(
                        twin.getDeadlineMillis(),
                        twin.getReliability(),
                        twin.getAoiLimitMillis(),
                        twin.getMinKbitPerSecond()),
                twin.getPriority());
    }
}
