package io.twinslice.xapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The xApp's descriptor, as the application manager reads it. */
final class Descriptor {
    static final String VERSION = "0.1.0";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Descriptor() {}

    /** JSON with the messages of the RMR port and the A1 policy types this xApp takes. */
    static String json(String name, int policyTypeId) {
        ObjectNode root = JSON.createObjectNode();
        root.put("name", name).put("version", VERSION);
        ObjectNode port = root.putObject("messaging").putArray("ports").addObject();
        port.put("name", "rmrdata").put("container", name).put("port", 4560);
        port.putArray("rxMessages")
                .add("RIC_INDICATION")
                .add("RIC_CONTROL_ACK")
                .add("RIC_CONTROL_FAILURE")
                .add("A1_POLICY_REQ");
        port.putArray("txMessages").add("RIC_CONTROL_REQ").add("A1_POLICY_RESP").add("A1_POLICY_QUERY");
        port.putArray("policies").add(policyTypeId);
        return root.toString();
    }
}
