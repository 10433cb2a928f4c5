package io.twinslice.kpm;

/**
 * The version of E2SM-KPM a node speaks. The wire does not say it: choose by the RAN function's revision and OID or by
 * configuration of the peer.
 */
public enum KpmVersion {
    /** Time stamps of 4 octets: seconds since 1900. */
    V2_03(4),
    /** Time stamps of 8 octets: NTP seconds and fraction. */
    V3_00(8);

    private final int timeStampOctets;

    KpmVersion(int timeStampOctets) {
        this.timeStampOctets = timeStampOctets;
    }

    int timeStampOctets() {
        return timeStampOctets;
    }
}
