package io.twinslice.lab.ric;

/**
 * What the stand-in RIC has counted since it started.
 *
 * @param setups E2 setups accepted
 * @param refusedSetups E2 setups answered with a failure
 * @param refusedPdus PDUs of nodes that could not be decoded or came out of turn
 * @param ignoredPdus PDUs of nodes for which the stand-in has no use
 * @param errorIndications error indications that nodes sent
 * @param indications indications handed to RMR
 * @param indicationsWithoutRoute indications of an instance that nobody subscribed
 * @param controls control requests handed to a node
 * @param controlsWithoutNode control requests whose meid names no connected node
 * @param acknowledges control acknowledgements handed to RMR
 * @param failures control failures handed to RMR
 * @param answersWithoutRoute control answers that nobody waits for
 * @param refusedMessages RMR messages that were of no use
 * @param failedSends RMR messages that could not be handed over
 * @param subscriptions E2 subscriptions that a node accepted
 * @param failedSubscriptions E2 subscriptions that a node refused or left unanswered
 * @param policyRequests A1 policy requests handed to xApps
 * @param policyAnswers A1 policy answers taken
 */
public record RicCounters(
        long setups,
        long refusedSetups,
        long refusedPdus,
        long ignoredPdus,
        long errorIndications,
        long indications,
        long indicationsWithoutRoute,
        long controls,
        long controlsWithoutNode,
        long acknowledges,
        long failures,
        long answersWithoutRoute,
        long refusedMessages,
        long failedSends,
        long subscriptions,
        long failedSubscriptions,
        long policyRequests,
        long policyAnswers) {}
