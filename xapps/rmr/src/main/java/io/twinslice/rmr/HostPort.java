package io.twinslice.rmr;

import java.util.Optional;

/** A "host:port" split into its parts; "[v6]:port" loses its brackets. */
record HostPort(String host, int port) {
    static Optional<HostPort> parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || text.length() - colon - 1 < 1 || text.length() - colon - 1 > 5) {
            return Optional.empty();
        }
        int port = 0;
        for (int i = colon + 1; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return Optional.empty();
            }
            port = port * 10 + (digit - '0');
        }
        String host = text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        boolean plain = host.chars().allMatch(c -> RmrMessage.isPrintable(c) && c != ' ');
        return port < 1 || port > 65535 || host.isEmpty() || !plain
                ? Optional.empty()
                : Optional.of(new HostPort(host, port));
    }
}
