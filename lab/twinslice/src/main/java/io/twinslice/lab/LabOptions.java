package io.twinslice.lab;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code twinslice lab} was asked to bring up; already checked.
 *
 * @param seed decides everything random in the E2 node, at least 0
 * @param scenario name of a scenario of the suite, 1..64 of {@code [a-z0-9-]}
 * @param traffic recorded traffic to replay; an existing file
 * @param map capture name to twin name; empty without {@code traffic}
 * @param host address to listen on
 * @param e2Port port of the E2 termination, 0..65535; 0 lets the system choose
 * @param httpPort port of the subscription manager and A1, 0..65535; 0 lets the system choose
 * @param rmrPort port of RMR, 0..65535; 0 lets the system choose
 * @param runForSeconds stop by itself after that long; empty runs until interrupted
 */
public record LabOptions(
        long seed,
        String scenario,
        Optional<Path> traffic,
        Map<String, String> map,
        String host,
        int e2Port,
        int httpPort,
        int rmrPort,
        Optional<Integer> runForSeconds) {
    public LabOptions {
        map = Map.copyOf(map);
    }
}
