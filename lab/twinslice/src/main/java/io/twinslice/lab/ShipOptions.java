package io.twinslice.lab;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code twinslice ship} was asked to push; already checked.
 *
 * @param bundle a signed bundle; an existing file
 * @param a1 absolute {@code http} or {@code https} address of the A1 service
 * @param dialect which A1 the service speaks
 * @param watchSeconds how long to watch the policy after it is in force, 0..86400
 * @param json where to write the outcome
 */
public record ShipOptions(Path bundle, URI a1, A1Dialect dialect, int watchSeconds, Optional<Path> json) {
    /** The three dialects of A1-P in use. */
    public enum A1Dialect {
        /** O-RAN A1AP: type names are strings. */
        STD,
        /** The O-RAN software community's A1 simulator: base {@code /a1-p}. */
        OSC,
        /** The near-RT RIC platform's A1 mediator: {@code /A1-P/v2} with integer types. */
        MEDIATOR
    }
}
