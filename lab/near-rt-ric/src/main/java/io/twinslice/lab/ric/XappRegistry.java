package io.twinslice.lab.ric;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** The application manager of the stand-in: which xApps are there and which policy types they take. Thread-safe. */
final class XappRegistry {
    private static final int MAX_XAPPS = 256;

    private final ConcurrentSkipListMap<String, Xapp> xapps = new ConcurrentSkipListMap<>();

    private record Xapp(String rmrEndpoint, Set<Integer> policyTypes) {
        Xapp {
            policyTypes = Set.copyOf(policyTypes);
        }
    }

    /** POST /ric/v1/register and /ric/v1/deregister. */
    HttpPort.Answer answer(HttpPort.Request request) {
        List<String> path = request.segments();
        boolean register = path.equals(List.of("ric", "v1", "register"));
        if (!register && !path.equals(List.of("ric", "v1", "deregister"))) {
            return HttpPort.Answer.of(404);
        }
        if (!request.method().equals("POST")) {
            return HttpPort.Answer.of(405);
        }
        return LabJson.object(request.body().toByteArray())
                .map(body -> register ? register(body) : deregister(body))
                .orElse(HttpPort.Answer.of(400));
    }

    /** The RMR endpoints of the xApps that take this policy type, by name of xApp. */
    List<String> endpointsOf(int policyType) {
        return xapps.values().stream()
                .filter(xapp -> xapp.policyTypes().contains(policyType))
                .map(Xapp::rmrEndpoint)
                .distinct()
                .toList();
    }

    private HttpPort.Answer register(JsonNode body) {
        String name = body.path("appInstanceName").asText("");
        String endpoint = body.path("rmrEndpoint").asText("");
        String config = body.path("config").asText("");
        Optional<JsonNode> descriptor = config.isEmpty()
                ? Optional.of(LabJson.MAPPER.createObjectNode())
                : LabJson.object(config.getBytes(StandardCharsets.UTF_8));
        boolean full = xapps.size() >= MAX_XAPPS && !xapps.containsKey(name);
        if (name.isBlank() || endpoint.isBlank() || descriptor.isEmpty() || full) {
            return HttpPort.Answer.of(400);
        }
        xapps.put(name, new Xapp(endpoint, policyTypes(descriptor.get())));
        return HttpPort.Answer.of(201);
    }

    private HttpPort.Answer deregister(JsonNode body) {
        xapps.remove(body.path("appInstanceName").asText(""));
        return HttpPort.Answer.of(204);
    }

    /** From {@code rmr.policies}, which wins, or from all {@code messaging.ports[].policies}. */
    private static Set<Integer> policyTypes(JsonNode descriptor) {
        Set<Integer> types = new LinkedHashSet<>();
        JsonNode direct = descriptor.path("rmr").path("policies");
        if (direct.isArray()) {
            direct.forEach(type -> types.add(type.asInt()));
            return types;
        }
        descriptor
                .path("messaging")
                .path("ports")
                .forEach(port -> port.path("policies").forEach(type -> types.add(type.asInt())));
        return types;
    }
}
