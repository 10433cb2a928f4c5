package io.twinslice.a1;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the RIC says that a policy is enforced. A policy that nobody has answered for yet counts as not enforced.
 *
 * @param enforced ENFORCED
 * @param reason why not, for example {@code OTHER_REASON}; empty when none was given
 */
public record PolicyStatus(boolean enforced, String reason) {
    private static final int MAX_REASON = 200;

    /**
     * Reads a status in all forms seen in the field: a blank for the underscore, any case, or the object packed into a
     * JSON string.
     *
     * @return empty when it is no status
     */
    static Optional<PolicyStatus> of(JsonNode answer) {
        JsonNode status = answer;
        if (answer.isTextual()) {
            Optional<JsonNode> inner = Json.parse(answer.textValue().getBytes(StandardCharsets.UTF_8));
            if (inner.isEmpty()) {
                return Optional.empty();
            }
            status = inner.get();
        }
        String word =
                status.path("enforceStatus").asText("").toUpperCase(Locale.ROOT).replace(' ', '_');
        String reason = status.path("enforceReason").asText("");
        return switch (word) {
            case "ENFORCED" -> Optional.of(new PolicyStatus(true, ""));
            case "NOT_ENFORCED" ->
                Optional.of(new PolicyStatus(false, reason.substring(0, Math.min(MAX_REASON, reason.length()))));
            default -> Optional.empty();
        };
    }
}
