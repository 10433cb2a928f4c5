package io.twinslice.slicecontrol;

/**
 * What the loop has done so far.
 *
 * @param indications KPM indications folded into a snapshot
 * @param indicationsRefused messages that did not decode or said something impossible
 * @param lastRefusal why the latest of those was refused; empty when none was
 * @param controlsSent RC controls sent
 * @param controlsAcknowledged of those, acknowledged
 * @param controlsRefused of those, refused by the node or not sendable
 * @param controlsTimedOut of those, without an answer in time
 * @param answersUnknown control answers that belong to no open control, late ones among them
 * @param decisionsHeld reports not acted upon because too many controls were open
 * @param shieldAltered decisions that the shield had to change
 * @param activations policies put in charge
 * @param messagesDropped messages refused because the inbox was full
 * @param policiesExpired policies that ran out while in charge
 */
public record LoopCounters(
        long indications,
        long indicationsRefused,
        String lastRefusal,
        long controlsSent,
        long controlsAcknowledged,
        long controlsRefused,
        long controlsTimedOut,
        long answersUnknown,
        long decisionsHeld,
        long shieldAltered,
        long activations,
        long messagesDropped,
        long policiesExpired) {}
