/**
 * E2AP, the protocol between an E2 node and the near-RT RIC (O-RAN.WG3.E2AP v02.03 and v03.01). One set of types serves
 * both versions: what v03.01 added is optional, and a message without it has the same octets in both.
 *
 * <p>{@link io.twinslice.e2ap.E2apPdu} is the entry point for those who act on messages,
 * {@link io.twinslice.e2ap.Received} for those who answer for them too. Each message is a record named like its ASN.1
 * type; its IEs stand in one table beside the record, which drives both directions.
 *
 * <pre>
 * E2AP-PDU   = initiatingMessage | successfulOutcome | unsuccessfulOutcome, each: procedure code, criticality, message
 * message    = { IE }                    IE = id, criticality, value
 *
 * Elementary procedures (clause 9.3.3) by code and kind:
 *  1 initiating   E2setupRequest                       {@link io.twinslice.e2ap.E2Setup.Request}
 *  1 successful   E2setupResponse                      {@link io.twinslice.e2ap.E2Setup.Response}
 *  1 unsuccessful E2setupFailure                       {@link io.twinslice.e2ap.E2Setup.Failure}
 *  2 initiating   ErrorIndication                      {@link io.twinslice.e2ap.ErrorIndication}
 *  3 initiating   ResetRequest                        {@link io.twinslice.e2ap.Reset.Request}
 *  3 successful   ResetResponse                       {@link io.twinslice.e2ap.Reset.Response}
 *  4 initiating   RICcontrolRequest                    {@link io.twinslice.e2ap.RicControl.Request}
 *  4 successful   RICcontrolAcknowledge                {@link io.twinslice.e2ap.RicControl.Acknowledge}
 *  4 unsuccessful RICcontrolFailure                    {@link io.twinslice.e2ap.RicControl.Failure}
 *  5 initiating   RICindication                        {@link io.twinslice.e2ap.RicIndication}
 *  6 initiating   RICserviceQuery                      {@link io.twinslice.e2ap.RicServiceQuery}
 *  7 initiating   RICserviceUpdate                     {@link io.twinslice.e2ap.RicServiceUpdate}
 *  7 successful   RICserviceUpdateAcknowledge          {@link io.twinslice.e2ap.RicServiceUpdate.Acknowledge}
 *  7 unsuccessful RICserviceUpdateFailure              {@link io.twinslice.e2ap.RicServiceUpdate.Failure}
 *  8 initiating   RICsubscriptionRequest               {@link io.twinslice.e2ap.RicSubscription.Request}
 *  8 successful   RICsubscriptionResponse              {@link io.twinslice.e2ap.RicSubscription.Response}
 *  8 unsuccessful RICsubscriptionFailure               {@link io.twinslice.e2ap.RicSubscription.Failure}
 *  9 initiating   RICsubscriptionDeleteRequest         {@link io.twinslice.e2ap.RicSubscriptionDelete.Request}
 *  9 successful   RICsubscriptionDeleteResponse        {@link io.twinslice.e2ap.RicSubscriptionDelete.Response}
 *  9 unsuccessful RICsubscriptionDeleteFailure         {@link io.twinslice.e2ap.RicSubscriptionDelete.Failure}
 * 10 initiating   E2nodeConfigurationUpdate            {@link io.twinslice.e2ap.E2NodeConfigurationUpdate}
 * 10 successful   E2nodeConfigurationUpdateAcknowledge {@link io.twinslice.e2ap.E2NodeConfigurationUpdate.Acknowledge}
 * 10 unsuccessful E2nodeConfigurationUpdateFailure     {@link io.twinslice.e2ap.E2NodeConfigurationUpdate.Failure}
 * 11 initiating   E2connectionUpdate                   {@link io.twinslice.e2ap.E2ConnectionUpdate}
 * 11 successful   E2connectionUpdateAcknowledge        {@link io.twinslice.e2ap.E2ConnectionUpdate.Acknowledge}
 * 11 unsuccessful E2connectionUpdateFailure            {@link io.twinslice.e2ap.E2ConnectionUpdate.Failure}
 * 12 initiating   RICsubscriptionDeleteRequired        {@link io.twinslice.e2ap.RicSubscriptionDeleteRequired}
 * 13 initiating   E2RemovalRequest                    {@link io.twinslice.e2ap.E2Removal.Request}
 * 13 successful   E2RemovalResponse                   {@link io.twinslice.e2ap.E2Removal.Response}
 * 13 unsuccessful E2RemovalFailure                    {@link io.twinslice.e2ap.E2Removal.Failure}
 * 14 initiating   RICsubscriptionModificationRequest   {@link io.twinslice.e2ap.RicSubscriptionModification.Request}
 * 14 successful   RICsubscriptionModificationResponse  {@link io.twinslice.e2ap.RicSubscriptionModification.Response}
 * 14 unsuccessful RICsubscriptionModificationFailure   {@link io.twinslice.e2ap.RicSubscriptionModification.Failure}
 * 15 initiating   RICsubscriptionModificationRequired  {@link io.twinslice.e2ap.RicSubscriptionModificationRequired}
 * 15 successful   RICsubscriptionModificationConfirm   {@link io.twinslice.e2ap.RicSubscriptionModificationRequired.Confirm}
 * 15 unsuccessful RICsubscriptionModificationRefuse    {@link io.twinslice.e2ap.RicSubscriptionModificationRequired.Refuse}
 * 16 initiating   RICqueryRequest                      {@link io.twinslice.e2ap.RicQuery.Request}
 * 16 successful   RICqueryResponse                     {@link io.twinslice.e2ap.RicQuery.Response}
 * 16 unsuccessful RICqueryFailure                      {@link io.twinslice.e2ap.RicQuery.Failure}
 * </pre>
 *
 * <p>Above the encoding rules, receiving follows clause 10: IEs may come in any order, which {@code Received} tells; an
 * unknown IE is skipped, reported or rejects the message as its criticality says; a repeated IE or a missing mandatory
 * one rejects it.
 */
@NullMarked
package io.twinslice.e2ap;

import org.jspecify.annotations.NullMarked;
