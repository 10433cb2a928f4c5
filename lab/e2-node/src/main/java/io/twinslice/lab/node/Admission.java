package io.twinslice.lab.node;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.e2ap.Cause;
import io.twinslice.e2ap.RicAction;
import io.twinslice.e2ap.RicRequestId;
import io.twinslice.e2ap.RicSubscription;
import io.twinslice.env.Scenario;
import io.twinslice.kpm.KpmActionDefinition;
import io.twinslice.kpm.KpmEventTrigger;
import java.util.List;
import java.util.Optional;

/** What a node makes of a subscription request. */
sealed interface Admission {
    /** It can be served. */
    record Admitted(RicRequestId requestId, int actionId, KpmReporter reporter) implements Admission {}

    /** It cannot. */
    record Refused(Cause cause) implements Admission {}

    /** Judges a request for the cell of a scenario. */
    static Admission of(RicSubscription.Request request, Scenario scenario, DecodeLimits limits) {
        if (request.ranFunctionId() != E2Node.KPM_FUNCTION_ID) {
            return new Refused(Cause.RicRequest.RAN_FUNCTION_ID_INVALID);
        }
        try {
            KpmEventTrigger trigger = KpmEventTrigger.CODEC.fromOctets(
                    "E2SM-KPM-EventTriggerDefinition", request.details().eventTrigger(), limits);
            if (trigger.reportingPeriodMillis() != scenario.windowMillis()) {
                return new Refused(Cause.RicRequest.EVENT_TRIGGER_NOT_SUPPORTED);
            }
            List<RicAction> actions = request.details().actions();
            if (actions.size() != 1) {
                return new Refused(Cause.RicRequest.EXCESSIVE_ACTIONS);
            }
            RicAction action = actions.get(0);
            Optional<KpmReporter> reporter = reporter(action, scenario, limits);
            return reporter.isPresent()
                    ? new Admitted(request.requestId(), action.id(), reporter.get())
                    : new Refused(Cause.RicRequest.ACTION_NOT_SUPPORTED);
        } catch (DecodeException | KpmReporter.NotSupportedException e) {
            return new Refused(Cause.RicRequest.ACTION_NOT_SUPPORTED);
        }
    }

    private static Optional<KpmReporter> reporter(RicAction action, Scenario scenario, DecodeLimits limits)
            throws DecodeException, KpmReporter.NotSupportedException {
        return action.definition().isEmpty()
                ? Optional.empty()
                : Optional.of(KpmReporter.of(
                        KpmActionDefinition.decode(action.definition().get(), limits),
                        scenario.twins(),
                        scenario.windowMillis()));
    }
}
