package io.twinslice.ric;

/** What became of a registration or its withdrawal. */
public sealed interface RegistrationOutcome {
    /** The application manager did it. */
    record Done() implements RegistrationOutcome {}

    /** The application manager will not do it however often it is asked. */
    record Refused(int httpStatus, String reason) implements RegistrationOutcome {}

    /** The application manager was not there in any of the attempts. */
    record Unavailable(int attempts, String reason) implements RegistrationOutcome {}
}
