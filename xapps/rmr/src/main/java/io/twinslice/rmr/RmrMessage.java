package io.twinslice.rmr;

/**
 * One RMR message: what an application reads and writes of a frame.
 *
 * @param messageType RMR message type, or {@link #UNSET}
 * @param subscriptionId second half of the route key, or {@link #UNSET}; 0 is a real value
 * @param xid transaction id, always {@value #XID_BYTES} octets, kept as they are
 * @param meid name of the managed element (the RAN name), printable ASCII, at most {@value #MEID_CHARS} characters
 * @param src "host:port" on which the sender listens, printable ASCII, at most {@value #SOURCE_CHARS} characters
 * @param srcIp "ip:port" of the sender, form as {@code src}
 * @param callId slot in which the sender waits for the answer, 0..255; 0 in an ordinary message
 * @param flags header flags; only {@link #CALL_FLAG} has a meaning here
 * @param trace trace area, opaque
 * @param payload content
 * @throws IllegalArgumentException if a field breaks its range
 */
public record RmrMessage(
        int messageType,
        int subscriptionId,
        Octets xid,
        String meid,
        String src,
        String srcIp,
        int callId,
        int flags,
        Octets trace,
        Octets payload) {
    /** Message type or subscription id that is not set. */
    public static final int UNSET = -1;
    /** Flag of a message whose sender waits for the answer in the slot {@code callId}. */
    public static final int CALL_FLAG = 0x04;
    /** Size of the transaction id. */
    public static final int XID_BYTES = 32;
    /** Longest meid. */
    public static final int MEID_CHARS = 31;
    /** Longest src and srcIp. */
    public static final int SOURCE_CHARS = 63;

    private static final Octets NO_XID = Octets.owned(new byte[XID_BYTES]);

    public RmrMessage {
        if (xid.length() != XID_BYTES) {
            throw new IllegalArgumentException("xid needs " + XID_BYTES + " octets, not " + xid.length());
        }
        requireText("meid", meid, MEID_CHARS);
        requireText("src", src, SOURCE_CHARS);
        requireText("srcIp", srcIp, SOURCE_CHARS);
        if (callId < 0 || callId > 255) {
            throw new IllegalArgumentException("callId is an octet, not " + callId);
        }
    }

    /** A message with no subscription id, xid, meid or trace. */
    public static RmrMessage of(int messageType, Octets payload) {
        return new RmrMessage(messageType, UNSET, NO_XID, "", "", "", 0, 0, Octets.empty(), payload);
    }

    /** This message with another subscription id. */
    public RmrMessage withSubscriptionId(int value) {
        return new RmrMessage(messageType, value, xid, meid, src, srcIp, callId, flags, trace, payload);
    }

    /** This message with another meid. */
    public RmrMessage withMeid(String value) {
        return new RmrMessage(messageType, subscriptionId, xid, value, src, srcIp, callId, flags, trace, payload);
    }

    /** This message with the transaction id of these octets. */
    public RmrMessage withXid(Octets value) {
        return new RmrMessage(messageType, subscriptionId, value, meid, src, srcIp, callId, flags, trace, payload);
    }

    /** This message with the transaction id of this text, NUL padded; printable ASCII, at most 32 characters. */
    public RmrMessage withXid(String text) {
        requireText("xid", text, XID_BYTES);
        byte[] octets = new byte[XID_BYTES];
        for (int i = 0; i < text.length(); i++) {
            octets[i] = (byte) text.charAt(i);
        }
        return withXid(Octets.owned(octets));
    }

    /** This message with another trace area. */
    public RmrMessage withTrace(Octets value) {
        return new RmrMessage(messageType, subscriptionId, xid, meid, src, srcIp, callId, flags, value, payload);
    }

    /** This message with the mark of a call: the sender waits for the answer in the slot {@code slot}, 1..255. */
    public RmrMessage asCall(int slot) {
        if (slot == 0) {
            throw new IllegalArgumentException("call slot 0 means: nobody waits; use 1..255");
        }
        return new RmrMessage(
                messageType, subscriptionId, xid, meid, src, srcIp, slot, flags | CALL_FLAG, trace, payload);
    }

    /**
     * The answer to this message: another type and content, all else kept, so that {@link RmrEndpoint#returnToSender}
     * finds the sender and a caller finds its slot and transaction id.
     */
    public RmrMessage answer(int answerType, Octets content) {
        return new RmrMessage(answerType, subscriptionId, xid, meid, src, srcIp, callId, flags, trace, content);
    }

    /** Whether the sender waits for the answer. */
    public boolean isCall() {
        return (flags & CALL_FLAG) != 0;
    }

    /** The transaction id as text: up to the first NUL, octets outside printable ASCII as '?'. */
    public String xidText() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < XID_BYTES && xid.at(i) != 0; i++) {
            text.append(isPrintable(xid.at(i)) ? (char) xid.at(i) : '?');
        }
        return text.toString();
    }

    RmrMessage sentBy(String name, String ip, int slot, int newFlags) {
        return new RmrMessage(messageType, subscriptionId, xid, meid, name, ip, slot, newFlags, trace, payload);
    }

    static boolean isPrintable(int character) {
        return character >= 0x20 && character <= 0x7e;
    }

    private static void requireText(String field, String text, int maxChars) {
        if (text.length() > maxChars) {
            throw new IllegalArgumentException(
                    field + " has at most " + maxChars + " characters, not " + text.length());
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isPrintable(text.charAt(i))) {
                throw new IllegalArgumentException(
                        field + " is printable ASCII; character " + i + " is " + (int) text.charAt(i));
            }
        }
    }
}
