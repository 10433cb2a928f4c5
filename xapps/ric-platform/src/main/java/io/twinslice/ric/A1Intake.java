package io.twinslice.ric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.twinslice.rmr.Octets;
import java.util.Optional;
import java.util.Set;

/**
 * The RMR payloads between the A1 mediator and an xApp.
 *
 * <p>The mediator in use sends every value as a string, the policy as JSON text inside a string; the published contract
 * has a number and an object. Both are read. What is written has the number and all four keys, as the mediator stops on
 * anything else. Stateless, thread-safe.
 */
public final class A1Intake {
    /** Longest policy id. */
    public static final int MAX_INSTANCE_ID_CHARS = 256;

    private static final Set<String> KEYS = Set.of("operation", "payload", "policy_instance_id", "policy_type_id");

    private A1Intake() {}

    /** Reads the payload of an A1_POLICY_REQ. */
    public static A1Reading read(Octets payload) {
        JsonNode root;
        try {
            root = StrictJson.read(payload.toByteArray());
        } catch (StrictJson.Fault e) {
            return new A1Reading.Refused("the policy request is no JSON: " + e.getMessage(), Optional.empty());
        }
        Optional<A1Reading.Subject> subject = subject(root);
        if (subject.isEmpty()) {
            return new A1Reading.Refused(
                    "the policy request needs policy_type_id 1..2147483647 and policy_instance_id of 1.."
                            + MAX_INSTANCE_ID_CHARS + " printable characters",
                    subject);
        }
        for (String key : (Iterable<String>) root::fieldNames) {
            if (!KEYS.contains(key)) {
                return new A1Reading.Refused("unknown key '" + StrictJson.shown(key) + "'", subject);
            }
        }
        return operation(root, subject.get());
    }

    /** The payload of an A1_POLICY_RESP. */
    public static Octets write(A1Answer answer) {
        return octets(StrictJson.MAPPER
                .createObjectNode()
                .put("policy_type_id", answer.typeId())
                .put("policy_instance_id", answer.instanceId())
                .put("handler_id", answer.handlerId())
                .put("status", answer.status().name()));
    }

    /** The payload of an A1_POLICY_QUERY: every policy of the type is sent again. */
    public static Octets query(int typeId) {
        requireTypeId(typeId);
        return octets(StrictJson.MAPPER.createObjectNode().put("policy_type_id", typeId));
    }

    static void requireTypeId(int typeId) {
        if (typeId < 1) {
            throw new IllegalArgumentException("a policy type id is 1..2147483647, not " + typeId);
        }
    }

    private static Optional<A1Reading.Subject> subject(JsonNode root) {
        Optional<Integer> typeId =
                StrictJson.integer(root.path("policy_type_id")).filter(id -> id >= 1);
        JsonNode instance = root.path("policy_instance_id");
        String instanceId = instance.isTextual() ? instance.textValue() : "";
        boolean isId = !instanceId.isEmpty()
                && instanceId.length() <= MAX_INSTANCE_ID_CHARS
                && instanceId.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        return isId ? typeId.map(id -> new A1Reading.Subject(id, instanceId)) : Optional.empty();
    }

    private static A1Reading operation(JsonNode root, A1Reading.Subject subject) {
        String operation = root.path("operation").asText("");
        if (operation.equals("DELETE")) {
            return new A1Reading.Understood(new A1PolicyRequest.Delete(subject.typeId(), subject.instanceId()));
        }
        if (!operation.equals("CREATE") && !operation.equals("UPDATE")) {
            return new A1Reading.Refused(
                    "operation is CREATE, UPDATE or DELETE, not '" + StrictJson.shown(operation) + "'",
                    Optional.of(subject));
        }
        try {
            String policy = policyText(root.path("payload"));
            return new A1Reading.Understood(
                    operation.equals("CREATE")
                            ? new A1PolicyRequest.Create(subject.typeId(), subject.instanceId(), policy)
                            : new A1PolicyRequest.Update(subject.typeId(), subject.instanceId(), policy));
        } catch (StrictJson.Fault e) {
            return new A1Reading.Refused("payload: " + e.getMessage(), Optional.of(subject));
        }
    }

    private static String policyText(JsonNode payload) throws StrictJson.Fault {
        if (payload.isObject()) {
            return payload.toString();
        }
        if (!payload.isTextual() || !StrictJson.read(payload.textValue()).isObject()) {
            throw new StrictJson.Fault("the policy is a JSON object, or a string that holds one");
        }
        return payload.textValue();
    }

    private static Octets octets(JsonNode node) {
        try {
            return Octets.utf8(StrictJson.MAPPER.writeValueAsString(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers and texts must be writable", e);
        }
    }
}
