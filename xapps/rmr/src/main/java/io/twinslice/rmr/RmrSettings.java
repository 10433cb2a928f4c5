package io.twinslice.rmr;

/**
 * How an endpoint listens and what it bounds.
 *
 * @param bindHost address to listen on
 * @param port port to listen on; 0 lets the system choose
 * @param sourceHost host part of the name under which peers answer, resolvable by them
 * @param maxFrameBytes longest frame sent or taken, from {@value RmrFrame#HEADER_BYTES}
 * @param queueCapacity messages that may wait for the application; the newest beyond are dropped and counted
 * @param maxConnections inbound connections; further ones are closed and counted
 * @param maxPeers endpoints sent to over the lifetime
 * @param connectTimeoutMillis longest time a send may spend connecting
 * @param reconnectDelayMillis after a failed connect, sends to that endpoint are dropped at once for this long
 * @throws IllegalArgumentException if a number is out of range or a name is empty
 */
public record RmrSettings(
        String bindHost,
        int port,
        String sourceHost,
        int maxFrameBytes,
        int queueCapacity,
        int maxConnections,
        int maxPeers,
        int connectTimeoutMillis,
        int reconnectDelayMillis) {
    public RmrSettings {
        if (bindHost.isBlank() || sourceHost.isBlank() || sourceHost.length() > RmrMessage.SOURCE_CHARS - 6) {
            throw new IllegalArgumentException("bindHost and sourceHost need a name, sourceHost of at most "
                    + (RmrMessage.SOURCE_CHARS - 6) + " characters");
        }
        requireRange("port", port, 0, 65_535);
        requireRange("maxFrameBytes", maxFrameBytes, RmrFrame.HEADER_BYTES, 1 << 28);
        requireRange("queueCapacity", queueCapacity, 1, 1 << 20);
        requireRange("maxConnections", maxConnections, 1, 4096);
        requireRange("maxPeers", maxPeers, 1, 4096);
        requireRange("connectTimeoutMillis", connectTimeoutMillis, 1, 60_000);
        requireRange("reconnectDelayMillis", reconnectDelayMillis, 0, 600_000);
    }

    /**
     * The defaults: 1 MiB a frame, 4096 messages, 256 connections and peers, 500 ms to connect, 500 ms between tries.
     */
    public static RmrSettings listening(String host, int port) {
        return new RmrSettings(host, port, host, RmrFrame.DEFAULT_MAX_BYTES, 4096, 256, 256, 500, 500);
    }

    /** These settings with another bound of the inbound queue. */
    public RmrSettings withQueueCapacity(int messages) {
        return new RmrSettings(
                bindHost,
                port,
                sourceHost,
                maxFrameBytes,
                messages,
                maxConnections,
                maxPeers,
                connectTimeoutMillis,
                reconnectDelayMillis);
    }

    /** These settings with another longest frame. */
    public RmrSettings withMaxFrameBytes(int bytes) {
        return new RmrSettings(
                bindHost,
                port,
                sourceHost,
                bytes,
                queueCapacity,
                maxConnections,
                maxPeers,
                connectTimeoutMillis,
                reconnectDelayMillis);
    }

    /** These settings with another host part of the name under which peers answer. */
    public RmrSettings withSourceHost(String host) {
        return new RmrSettings(
                bindHost,
                port,
                host,
                maxFrameBytes,
                queueCapacity,
                maxConnections,
                maxPeers,
                connectTimeoutMillis,
                reconnectDelayMillis);
    }

    private static void requireRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + least + ".." + most + ", not " + value);
        }
    }
}
