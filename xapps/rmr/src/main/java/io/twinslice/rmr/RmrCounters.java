package io.twinslice.rmr;

/**
 * What an endpoint has counted since it opened. At rest, {@code received = delivered + waiting + droppedInbound}.
 *
 * @param accepted copies handed to the kernel
 * @param retries sends that found the connection full
 * @param noRoute sends without an endpoint
 * @param droppedOutbound sends lost because the endpoint could not be connected or broke
 * @param tooLong sends beyond the longest frame
 * @param received well-formed messages read
 * @param delivered messages handed to the application
 * @param droppedInbound well-formed messages read and dropped because the queue was full
 * @param refusedFrames frames that were malformed
 * @param refusedConnections inbound connections beyond the bound
 */
public record RmrCounters(
        long accepted,
        long retries,
        long noRoute,
        long droppedOutbound,
        long tooLong,
        long received,
        long delivered,
        long droppedInbound,
        long refusedFrames,
        long refusedConnections) {}
