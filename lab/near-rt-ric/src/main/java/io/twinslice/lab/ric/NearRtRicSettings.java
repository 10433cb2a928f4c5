package io.twinslice.lab.ric;

/**
 * Where the stand-in RIC listens; a port of 0 lets the system choose.
 *
 * @param host address of all ports
 * @param e2Port E2 nodes
 * @param rmrPort RMR of E2 termination and A1 mediator
 * @param subscriptionPort REST of the subscription manager
 * @param a1Port REST of the A1 mediator
 * @param registrationPort REST of the application manager
 * @param notificationTries how often a subscription notification is posted until it is answered with 200, 1..100
 * @param notificationPauseMillis pause between these, 1..60000
 */
public record NearRtRicSettings(
        String host,
        int e2Port,
        int rmrPort,
        int subscriptionPort,
        int a1Port,
        int registrationPort,
        int notificationTries,
        int notificationPauseMillis) {
    public NearRtRicSettings {
        for (int port : new int[] {e2Port, rmrPort, subscriptionPort, a1Port, registrationPort}) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("a port is 0..65535, not " + port);
            }
        }
        if (host.isBlank()
                || notificationTries < 1
                || notificationTries > 100
                || notificationPauseMillis < 1
                || notificationPauseMillis > 60_000) {
            throw new IllegalArgumentException(
                    "the stand-in RIC needs a host, 1..100 notification tries and a pause of 1..60000 ms");
        }
    }

    /** Every port chosen by the system, on loopback; ten tries, 5 s apart, as the real subscription manager. */
    public static NearRtRicSettings onLoopback() {
        return new NearRtRicSettings("127.0.0.1", 0, 0, 0, 0, 0, 10, 5_000);
    }
}
