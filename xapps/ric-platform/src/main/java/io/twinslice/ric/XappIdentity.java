package io.twinslice.ric;

/**
 * How an xApp names itself to the application manager.
 *
 * @param appName host name of its pod
 * @param instanceName name in its descriptor
 * @param version semantic version
 * @param httpEndpoint "host:port" of its HTTP server
 * @param rmrEndpoint "host:port" of its RMR data port
 */
public record XappIdentity(
        String appName, String instanceName, String version, String httpEndpoint, String rmrEndpoint) {
    public XappIdentity {
        if (appName.isBlank() || instanceName.isBlank() || httpEndpoint.isBlank() || rmrEndpoint.isBlank()) {
            throw new IllegalArgumentException("an xApp registers with its names and both endpoints");
        }
    }
}
