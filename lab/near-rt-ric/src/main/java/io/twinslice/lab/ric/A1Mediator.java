package io.twinslice.lab.ric;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The A1 mediator of the stand-in: {@code /A1-P/v2} with the codes of the recorded service, 503 for "not found" and 204
 * for deleting an unknown type included.
 *
 * <p>A policy's status changes only when an xApp answers. Thread-safe; what is to be sent goes out through the
 * {@link Outlet} while no lock is held.
 */
final class A1Mediator {
    private static final int MAX_TYPES = 256;
    private static final int MAX_POLICIES_A_TYPE = 4096;
    private static final Set<String> TYPE_FIELDS = Set.of("name", "description", "policy_type_id", "create_schema");

    private final Outlet outlet;
    private final TreeMap<Integer, Type> types = new TreeMap<>();

    A1Mediator(Outlet outlet) {
        this.outlet = outlet;
    }

    /** Where the mediator's own messages go. */
    interface Outlet {
        /** A policy request to every xApp of the type. */
        void toXapps(int typeId, String payload);

        /** A policy request to one xApp, by its RMR name. */
        void toXapp(String endpoint, int typeId, String payload);

        /** A status to the rApp that asked for it. */
        void toNotificationDestination(URI destination, String body);
    }

    private static final class Type {
        final JsonNode body;
        final PolicySchema schema;
        final TreeMap<String, Policy> policies = new TreeMap<>();

        Type(JsonNode body, PolicySchema schema) {
            this.body = body;
            this.schema = schema;
        }
    }

    private static final class Policy {
        final Optional<URI> notificationDestination;
        final Map<String, Boolean> enforcedByHandler;
        final String json;

        Policy(String json, Optional<URI> notificationDestination, Map<String, Boolean> enforcedByHandler) {
            this.json = json;
            this.notificationDestination = notificationDestination;
            this.enforcedByHandler = enforcedByHandler;
        }

        boolean isEnforced() {
            return !enforcedByHandler.isEmpty() && !enforcedByHandler.containsValue(false);
        }
    }

    HttpPort.Answer answer(HttpPort.Request request) {
        List<String> path = request.segments();
        if (path.size() < 3 || !path.subList(0, 2).equals(List.of("A1-P", "v2"))) {
            return HttpPort.Answer.of(404);
        }
        List<String> rest = path.subList(2, path.size());
        if (rest.equals(List.of("healthcheck"))) {
            return request.method().equals("GET") ? HttpPort.Answer.of(200) : HttpPort.Answer.of(405);
        }
        if (!rest.getFirst().equals("policytypes") || rest.size() > 5) {
            return HttpPort.Answer.of(404);
        }
        if (rest.size() == 1) {
            return request.method().equals("GET") ? listTypes() : HttpPort.Answer.of(405);
        }
        int typeId = typeId(rest.get(1));
        if (rest.size() == 2) {
            return onType(request, typeId);
        }
        if (!rest.get(2).equals("policies")) {
            return HttpPort.Answer.of(404);
        }
        if (rest.size() == 3) {
            return request.method().equals("GET") ? listPolicies(typeId) : HttpPort.Answer.of(405);
        }
        if (rest.size() == 4) {
            return onPolicy(request, typeId, rest.get(3));
        }
        boolean status = rest.get(4).equals("status") && request.method().equals("GET");
        return status ? status(typeId, rest.get(3)) : HttpPort.Answer.of(404);
    }

    /**
     * Takes an xApp's A1_POLICY_RESP.
     *
     * @return whether the payload was one, about a known policy or a deleted one
     */
    boolean onPolicyResponse(byte[] payload) {
        Optional<JsonNode> root = LabJson.object(payload);
        if (root.isEmpty() || !isResponse(root.get())) {
            return false;
        }
        JsonNode answer = root.get();
        boolean enforced = answer.path("status").textValue().equals("OK");
        Optional<URI> destination;
        synchronized (types) {
            Optional<Policy> policy = policy(
                    answer.path("policy_type_id").intValue(),
                    answer.path("policy_instance_id").textValue());
            if (policy.isEmpty()) {
                return answer.path("status").textValue().equals("DELETED");
            }
            policy.get().enforcedByHandler.put(answer.path("handler_id").textValue(), enforced);
            enforced = policy.get().isEnforced();
            destination = policy.get().notificationDestination;
        }
        // The service writes the blank here and the underscore in its status resource.
        String body = enforced
                ? "{\"enforceStatus\":\"ENFORCED\"}"
                : "{\"enforceReason\":\"OTHER_REASON\",\"enforceStatus\":\"NOT ENFORCED\"}";
        destination.ifPresent(uri -> outlet.toNotificationDestination(uri, body));
        return true;
    }

    /**
     * Takes an xApp's A1_POLICY_QUERY: every policy of the type is sent to it again.
     *
     * @return whether the payload was one
     */
    boolean onPolicyQuery(byte[] payload, String sender) {
        Optional<JsonNode> root = LabJson.object(payload);
        if (root.isEmpty() || !root.get().path("policy_type_id").isInt()) {
            return false;
        }
        int typeId = root.get().path("policy_type_id").intValue();
        List<String> requests = new ArrayList<>();
        synchronized (types) {
            Type type = types.get(typeId);
            if (type != null) {
                type.policies.forEach((id, policy) -> requests.add(request("CREATE", typeId, id, policy.json)));
            }
        }
        requests.forEach(request -> outlet.toXapp(sender, typeId, request));
        return true;
    }

    private HttpPort.Answer listTypes() {
        synchronized (types) {
            return new HttpPort.Answer(200, LabJson.text(types.keySet()));
        }
    }

    private HttpPort.Answer onType(HttpPort.Request request, int typeId) {
        return switch (request.method()) {
            case "GET" -> {
                synchronized (types) {
                    Type type = types.get(typeId);
                    yield type == null ? HttpPort.Answer.of(404) : new HttpPort.Answer(200, LabJson.sorted(type.body));
                }
            }
            case "PUT" -> putType(typeId, request.body().toByteArray());
            case "DELETE" -> deleteType(typeId);
            default -> HttpPort.Answer.of(405);
        };
    }

    private HttpPort.Answer putType(int typeId, byte[] body) {
        Optional<JsonNode> root = LabJson.object(body);
        if (root.isEmpty() || !isType(root.get(), typeId)) {
            return HttpPort.Answer.of(400);
        }
        PolicySchema schema = PolicySchema.of(root.get().path("create_schema"));
        synchronized (types) {
            if (types.containsKey(typeId) || types.size() >= MAX_TYPES) {
                return HttpPort.Answer.of(400);
            }
            types.put(typeId, new Type(root.get(), schema));
        }
        return HttpPort.Answer.of(201);
    }

    private HttpPort.Answer deleteType(int typeId) {
        synchronized (types) {
            Type type = types.get(typeId);
            if (type != null && !type.policies.isEmpty()) {
                return HttpPort.Answer.of(400);
            }
            types.remove(typeId);
            return HttpPort.Answer.of(204);
        }
    }

    private HttpPort.Answer listPolicies(int typeId) {
        synchronized (types) {
            Type type = types.get(typeId);
            return new HttpPort.Answer(200, LabJson.text(type == null ? List.of() : type.policies.keySet()));
        }
    }

    private HttpPort.Answer onPolicy(HttpPort.Request request, int typeId, String instanceId) {
        return switch (request.method()) {
            case "GET" -> {
                synchronized (types) {
                    yield policy(typeId, instanceId)
                            .map(policy -> new HttpPort.Answer(200, policy.json))
                            .orElse(HttpPort.Answer.of(503));
                }
            }
            case "PUT" -> putPolicy(request, typeId, instanceId);
            case "DELETE" -> deletePolicy(typeId, instanceId);
            default -> HttpPort.Answer.of(405);
        };
    }

    private HttpPort.Answer putPolicy(HttpPort.Request request, int typeId, String instanceId) {
        Optional<URI> destination = Optional.ofNullable(request.query().get("notificationDestination"))
                .map(HttpPort::httpUri);
        Optional<JsonNode> body = LabJson.object(request.body().toByteArray());
        String message;
        synchronized (types) {
            Type type = types.get(typeId);
            if (type == null) {
                return HttpPort.Answer.of(503);
            }
            boolean full = type.policies.size() >= MAX_POLICIES_A_TYPE && !type.policies.containsKey(instanceId);
            if (body.isEmpty() || full || !type.schema.accepts(body.get())) {
                return HttpPort.Answer.of(400);
            }
            String json = LabJson.sorted(body.get());
            Policy former = type.policies.get(instanceId);
            // The status of the former version stands until the xApp has answered to the new one.
            type.policies.put(
                    instanceId,
                    new Policy(json, destination, former == null ? new TreeMap<>() : former.enforcedByHandler));
            message = request(former == null ? "CREATE" : "UPDATE", typeId, instanceId, json);
        }
        outlet.toXapps(typeId, message);
        return HttpPort.Answer.of(202);
    }

    private HttpPort.Answer deletePolicy(int typeId, String instanceId) {
        synchronized (types) {
            Type type = types.get(typeId);
            if (type == null || type.policies.remove(instanceId) == null) {
                return HttpPort.Answer.of(503);
            }
        }
        outlet.toXapps(typeId, request("DELETE", typeId, instanceId, ""));
        return HttpPort.Answer.of(202);
    }

    private HttpPort.Answer status(int typeId, String instanceId) {
        synchronized (types) {
            return policy(typeId, instanceId)
                    .map(policy -> new HttpPort.Answer(
                            200,
                            policy.isEnforced()
                                    ? "{\"enforceStatus\":\"ENFORCED\"}"
                                    : "{\"enforceReason\":\"OTHER_REASON\",\"enforceStatus\":\"NOT_ENFORCED\"}"))
                    .orElse(HttpPort.Answer.of(404));
        }
    }

    private Optional<Policy> policy(int typeId, String instanceId) {
        return Optional.ofNullable(types.get(typeId)).map(type -> type.policies.get(instanceId));
    }

    /** All values are strings, the policy is JSON text inside one, as the recorded service sends it. */
    private static String request(String operation, int typeId, String instanceId, String policy) {
        return LabJson.text(LabJson.MAPPER
                .createObjectNode()
                .put("operation", operation)
                .put("payload", policy)
                .put("policy_instance_id", instanceId)
                .put("policy_type_id", Integer.toString(typeId)));
    }

    private static boolean isType(JsonNode root, int typeId) {
        Set<String> names = new TreeSet<>();
        root.fieldNames().forEachRemaining(names::add);
        return names.equals(TYPE_FIELDS)
                && root.path("name").isTextual()
                && root.path("description").isTextual()
                && root.path("policy_type_id").isInt()
                && root.path("policy_type_id").intValue() == typeId
                && root.path("create_schema").isObject();
    }

    private static boolean isResponse(JsonNode root) {
        return root.path("policy_type_id").isInt()
                && root.path("policy_instance_id").isTextual()
                && root.path("handler_id").isTextual()
                && root.path("status").isTextual();
    }

    private static int typeId(String text) {
        int id = Integer.parseInt(text);
        if (id < 1) {
            throw new IllegalArgumentException("a policy type id is 1..2147483647, not " + id);
        }
        return id;
    }
}
