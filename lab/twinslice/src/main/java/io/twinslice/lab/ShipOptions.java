package io.twinslice.lab;

import io.twinslice.a1.A1Dialect;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code twinslice ship} was asked to push; already checked.
 *
 * @param bundle a signed bundle; an existing file
 * @param a1 absolute {@code http} or {@code https} address of the A1 service
 * @param dialect which A1 the service speaks
 * @param cell the configuration of the xApp that is to run it, for its cell and twins; empty for the laboratory's
 * @param watchSeconds how long to wait until it is in force, 1..86400
 * @param json where to write the outcome
 */
public record ShipOptions(
        Path bundle, URI a1, A1Dialect dialect, Optional<Path> cell, int watchSeconds, Optional<Path> json) {}
