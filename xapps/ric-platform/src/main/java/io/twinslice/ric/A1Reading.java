package io.twinslice.ric;

import java.util.Optional;

/** What the intake made of an A1_POLICY_REQ payload. */
public sealed interface A1Reading {
    /** A request to handle. */
    record Understood(A1PolicyRequest request) implements A1Reading {}

    /**
     * A payload that is none.
     *
     * @param reason what is wrong and where
     * @param subject type and instance, if the payload names them: then the mediator is owed the answer ERROR
     */
    record Refused(String reason, Optional<Subject> subject) implements A1Reading {}

    /** The policy that a refused payload was about. */
    record Subject(int typeId, String instanceId) {}
}
