package io.twinslice.lab.offline;

import io.twinslice.evaluation.offpolicy.OffPolicyAnswer;
import java.util.Locale;

/** Answers as texts. */
final class Figures {
    private Figures() {}

    /** Value and interval, or that there is none. */
    static String interval(OffPolicyAnswer answer, String format) {
        return switch (answer) {
            case OffPolicyAnswer.Estimated estimated ->
                String.format(Locale.ROOT, format, estimated.value().value()) + " ("
                        + String.format(Locale.ROOT, format, estimated.value().low()) + " to "
                        + String.format(Locale.ROOT, format, estimated.value().high()) + ")";
            case OffPolicyAnswer.NoSupport refused -> "no support";
        };
    }

    /** Effective number of decisions. */
    static String effective(OffPolicyAnswer answer) {
        return String.format(Locale.ROOT, "%.0f", answer.support().effectiveEpisodes());
    }

    /** Why there is no value; empty when there is one. */
    static String reason(OffPolicyAnswer answer) {
        return answer instanceof OffPolicyAnswer.NoSupport refused ? refused.reason() : "";
    }
}
