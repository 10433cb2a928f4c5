/**
 * Environments over gRPC, both ways: {@link io.twinslice.env.grpc.GymServer} serves the scenarios to others, many cells
 * in one message, and {@link io.twinslice.env.grpc.RemoteEnvironment} plays one that somebody else serves.
 *
 * <p>The protocol is {@code twinslice/gym/v1/gym.proto}; the package {@code twinslice_gym} speaks it from Python.
 */
@NullMarked
package io.twinslice.env.grpc;

import org.jspecify.annotations.NullMarked;
