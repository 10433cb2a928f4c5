package io.twinslice.a1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.a1.A1Exchange.Reply;
import io.twinslice.a1.A1Outcome.Absent;
import io.twinslice.a1.A1Outcome.Done;
import io.twinslice.a1.A1Outcome.Refused;
import io.twinslice.a1.A1Outcome.Unavailable;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts policy types and policies into a near-RT RIC over A1-P and asks for their status.
 *
 * <p>Every call is idempotent, so every call is retried within bounds. The A1 mediator answers 503 both for "unknown"
 * and for "overloaded"; the client then looks the thing up in the RIC's lists: what is not listed is {@link Absent},
 * what is listed is tried again. Calls block. Thread-safe.
 */
public final class A1Client {
    private static final int MAX_DETAIL = 300;
    private static final int MAX_LISTED = 100_000;

    private final A1Dialect dialect;
    private final A1Exchange exchange;

    /**
     * @param http carries the requests; the caller keeps and closes it
     * @param pause waits between attempts
     */
    public A1Client(HttpClient http, A1Settings settings, Pause pause) {
        this.dialect = settings.dialect();
        this.exchange = new A1Exchange(http, settings, pause);
    }

    /** The types that the RIC knows, as it names them: integers or names. */
    public A1Outcome<List<String>> types() {
        return list("/policytypes");
    }

    /** The ids of the policies of a type. */
    public A1Outcome<List<String>> policies(A1PolicyType type) {
        A1Outcome<Boolean> known = knows(type);
        if (known instanceof Done<Boolean>(Boolean there) && !there) {
            return new Absent<>("no type " + type.key(dialect));
        }
        return list(path(type) + "/policies");
    }

    /**
     * Makes sure that the RIC has this type. In the standard dialect a type comes with the RIC: it is only looked up.
     */
    public A1Outcome<Change> putType(A1PolicyType type) {
        if (dialect == A1Dialect.STD) {
            return switch (knows(type)) {
                case Done<Boolean>(Boolean there) ->
                    there ? new Done<>(Change.UNCHANGED) : new Absent<>("the RIC does not offer " + type.name());
                case Absent<Boolean>(String detail) -> new Absent<>(detail);
                case Refused<Boolean>(int status, String detail) -> new Refused<>(status, detail);
                case Unavailable<Boolean>(String detail) -> new Unavailable<>(detail);
            };
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", type.name());
        body.put("description", type.description());
        body.put("policy_type_id", type.id());
        body.set("create_schema", type.schema());
        A1Outcome<Reply> sent = exchange.put(path(type), Json.write(body), A1Exchange.Lookup.NEVER_ABSENT);
        return judge(sent, reply -> switch (reply.status()) {
            case 200 -> new Done<>(Change.UPDATED);
            case 201 -> new Done<>(Change.CREATED);
            case 400 -> sameSchema(type) ? new Done<>(Change.UNCHANGED) : refused(reply);
            default -> refused(reply);
        });
    }

    /** The mediator refuses a type that it has already; that is well when it has the very same. */
    private boolean sameSchema(A1PolicyType type) {
        return exchange.get(path(type), A1Exchange.Lookup.NEVER_ABSENT) instanceof Done<Reply>(Reply reply)
                && reply.status() == 200
                && Json.parse(reply.body())
                        .filter(known -> known.path("create_schema").equals(type.schema()))
                        .isPresent();
    }

    /**
     * Puts a policy in, or in place of the one with the same id.
     *
     * @param policyId 1..64 of {@code [A-Za-z0-9._-]}, unique over all types; a stable one makes a repeat an update
     */
    public A1Outcome<Change> putPolicy(A1PolicyType type, String policyId, JsonNode policy) {
        A1Outcome<Reply> sent = exchange.put(path(type, policyId), Json.write(policy), () -> isAbsent(type));
        return judge(sent, reply -> switch (reply.status()) {
            case 200 -> new Done<>(Change.UPDATED);
            case 201 -> new Done<>(Change.CREATED);
            case 202, 204 -> new Done<>(Change.ACCEPTED);
            case 404 -> new Absent<>("no type " + type.key(dialect));
            default -> refused(reply);
        });
    }

    /** The policy as the RIC holds it; its keys may come in another order. */
    public A1Outcome<JsonNode> policy(A1PolicyType type, String policyId) {
        A1Outcome<Reply> sent = exchange.get(path(type, policyId), () -> isAbsent(type, policyId));
        return judge(sent, reply -> switch (reply.status()) {
            case 200 -> answer(Json.parse(reply.body()), "policy");
            case 404 -> new Absent<>("no policy " + policyId);
            default -> refused(reply);
        });
    }

    /** Whether the policy is enforced, as far as the RIC has heard. */
    public A1Outcome<PolicyStatus> status(A1PolicyType type, String policyId) {
        A1Outcome<Reply> sent = exchange.get(path(type, policyId) + "/status", () -> isAbsent(type, policyId));
        return judge(sent, reply -> switch (reply.status()) {
            case 200 -> answer(Json.parse(reply.body()).flatMap(PolicyStatus::of), "status");
            case 404 -> new Absent<>("no policy " + policyId);
            default -> refused(reply);
        });
    }

    /** Takes a policy out; the xApp then falls back. */
    public A1Outcome<Change> deletePolicy(A1PolicyType type, String policyId) {
        A1Outcome<Reply> sent = exchange.delete(path(type, policyId), () -> isAbsent(type, policyId));
        return judge(sent, reply -> switch (reply.status()) {
            case 200, 202, 204 -> new Done<>(Change.DELETED);
            case 404 -> new Absent<>("no policy " + policyId);
            default -> refused(reply);
        });
    }

    /** Takes a type out; refused while it has policies. The mediator answers alike when it never had it. */
    public A1Outcome<Change> deleteType(A1PolicyType type) {
        A1Outcome<Reply> sent = exchange.delete(path(type), A1Exchange.Lookup.NEVER_ABSENT);
        return judge(sent, reply -> switch (reply.status()) {
            case 200, 202, 204 -> new Done<>(Change.DELETED);
            case 404 -> new Absent<>("no type " + type.key(dialect));
            default -> refused(reply);
        });
    }

    private boolean isAbsent(A1PolicyType type) {
        return knows(type) instanceof Done<Boolean>(Boolean there) && !there;
    }

    private boolean isAbsent(A1PolicyType type, String policyId) {
        if (isAbsent(type)) {
            return true;
        }
        return list(path(type) + "/policies") instanceof Done<List<String>>(List<String> ids)
                && !ids.contains(policyId);
    }

    private A1Outcome<Boolean> knows(A1PolicyType type) {
        return switch (types()) {
            case Done<List<String>>(List<String> keys) -> new Done<>(keys.contains(type.key(dialect)));
            case Absent<List<String>>(String detail) -> new Absent<>(detail);
            case Refused<List<String>>(int status, String detail) -> new Refused<>(status, detail);
            case Unavailable<List<String>>(String detail) -> new Unavailable<>(detail);
        };
    }

    private A1Outcome<List<String>> list(String path) {
        A1Outcome<Reply> sent = exchange.get(path, A1Exchange.Lookup.NEVER_ABSENT);
        return judge(sent, reply -> switch (reply.status()) {
            case 200 -> answer(Json.parse(reply.body()).flatMap(A1Client::keys), "list");
            case 404 -> new Absent<>("no " + path);
            default -> refused(reply);
        });
    }

    private static Optional<List<String>> keys(JsonNode list) {
        if (!list.isArray() || list.size() > MAX_LISTED) {
            return Optional.empty();
        }
        List<String> keys = new ArrayList<>();
        for (JsonNode key : list) {
            if (!key.isTextual() && !key.isIntegralNumber()) {
                return Optional.empty();
            }
            keys.add(key.asText());
        }
        return Optional.of(keys);
    }

    private interface Judgement<T> {
        A1Outcome<T> of(Reply reply);
    }

    private static <T> A1Outcome<T> judge(A1Outcome<Reply> sent, Judgement<T> judgement) {
        return switch (sent) {
            case Done<Reply>(Reply reply) -> judgement.of(reply);
            case Absent<Reply>(String detail) -> new Absent<>(detail);
            case Refused<Reply>(int status, String detail) -> new Refused<>(status, detail);
            case Unavailable<Reply>(String detail) -> new Unavailable<>(detail);
        };
    }

    private static <T> A1Outcome<T> answer(Optional<T> read, String what) {
        return read.<A1Outcome<T>>map(Done::new).orElseGet(() -> new Unavailable<>("the answer is no " + what));
    }

    /** Refusals often have no body; a problem object has its reason in detail or title. */
    private static <T> A1Outcome<T> refused(Reply reply) {
        Optional<JsonNode> problem = Json.parse(reply.body());
        String detail = problem.map(p -> p.path("detail").asText(p.path("title").asText("")))
                .orElse("");
        return new Refused<>(reply.status(), detail.substring(0, Math.min(MAX_DETAIL, detail.length())));
    }

    private String path(A1PolicyType type) {
        return "/policytypes/" + type.key(dialect);
    }

    private String path(A1PolicyType type, String policyId) {
        if (!policyId.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("a policy's id is 1..64 of [A-Za-z0-9._-], not \"" + policyId + "\"");
        }
        return path(type) + "/policies/" + policyId;
    }
}
