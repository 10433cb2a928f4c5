package io.twinslice.rmr;

/** The RMR message types that Twinslice sends or reads, as the platform's headers number them. */
public final class MessageType {
    /** Route manager to client: records of a route table. */
    public static final int TABLE_DATA = 20;
    /** Client to route manager: please send a table. */
    public static final int REQUEST_TABLE = 21;
    /** Client to route manager: what became of a table. */
    public static final int TABLE_STATE = 22;
    /** RIC_HEALTH_CHECK_REQ. */
    public static final int HEALTH_CHECK_REQUEST = 100;
    /** RIC_HEALTH_CHECK_RESP. */
    public static final int HEALTH_CHECK_RESPONSE = 101;
    /** RIC_CONTROL_REQ: xApp to E2 termination, routed by the meid. */
    public static final int CONTROL_REQUEST = 12040;
    /** RIC_CONTROL_ACK. */
    public static final int CONTROL_ACKNOWLEDGE = 12041;
    /** RIC_CONTROL_FAILURE. */
    public static final int CONTROL_FAILURE = 12042;
    /** RIC_INDICATION. */
    public static final int INDICATION = 12050;
    /** A1_POLICY_REQ: mediator to xApp; the subscription id is the policy type's id. */
    public static final int A1_POLICY_REQUEST = 20010;
    /** A1_POLICY_RESP: xApp to mediator. */
    public static final int A1_POLICY_RESPONSE = 20011;
    /** A1_POLICY_QUERY: xApp to mediator, "send me the policies of this type again". */
    public static final int A1_POLICY_QUERY = 20012;

    private MessageType() {}
}
