package io.twinslice.env.grpc;

import java.time.Duration;

/**
 * Where a gym listens and what it allows.
 *
 * @param host address to listen on
 * @param port 0..65535; 0 lets the system choose
 * @param sessions open sessions at most, 1..10000
 * @param environments environments of all sessions together at most, 1..100000
 * @param idle a session without a call for so long ends; positive
 */
public record GymSettings(String host, int port, int sessions, int environments, Duration idle) {
    public GymSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("a gym needs an address to listen on");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be 0..65535, not " + port);
        }
        if (sessions < 1 || sessions > 10_000) {
            throw new IllegalArgumentException("sessions must be 1..10000, not " + sessions);
        }
        if (environments < 1 || environments > 100_000) {
            throw new IllegalArgumentException("environments must be 1..100000, not " + environments);
        }
        if (!idle.isPositive()) {
            throw new IllegalArgumentException("idle must be positive, not " + idle);
        }
    }

    /** 64 sessions with 1,024 environments together, which end after ten minutes without a call. */
    public static GymSettings at(String host, int port) {
        return new GymSettings(host, port, 64, 1024, Duration.ofMinutes(10));
    }
}
