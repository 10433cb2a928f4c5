package io.twinslice.lab.node;

/**
 * What the node has done.
 *
 * @param indications KPM indications sent
 * @param controlsApplied RC controls applied and acknowledged
 * @param controlsRefused RC controls refused with a failure
 * @param windowsWithoutControl lock-step windows whose report nobody answered in time
 * @param messagesRefused messages that did not decode or do not belong to a node
 */
public record NodeCounters(
        long indications,
        long controlsApplied,
        long controlsRefused,
        long windowsWithoutControl,
        long messagesRefused) {}
