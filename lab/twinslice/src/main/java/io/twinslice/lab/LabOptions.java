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
 * @param a1Port port of the A1 mediator, 0..65535; 0 lets the system choose
 * @param rmrPort port of RMR, 0..65535; 0 lets the system choose
 * @param subscriptionPort port of the subscription manager, 0..65535; 0 lets the system choose
 * @param registrationPort port of the application manager, 0..65535; 0 lets the system choose
 * @param folder where the configuration for an xApp of this laboratory is written
 * @param trustRoot public keys that the xApp will believe; an existing file
 * @param runForSeconds stop by itself after that long; empty runs until interrupted
 */
public record LabOptions(
        long seed,
        String scenario,
        Optional<Path> traffic,
        Map<String, String> map,
        String host,
        int e2Port,
        int a1Port,
        int rmrPort,
        int subscriptionPort,
        int registrationPort,
        Path folder,
        Optional<Path> trustRoot,
        Optional<Integer> runForSeconds) {
    public LabOptions {
        map = Map.copyOf(map);
    }
}
