package io.twinslice.lab.e2;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which type of which text. */
final class TypeOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--type",
            paramLabel = "T",
            defaultValue = MessageType.PDU,
            description = "ASN.1 type, for example E2SM-KPM-IndicationMessage (default: ${DEFAULT-VALUE}).")
    private String type = MessageType.PDU;

    @Option(
            names = "--spec",
            paramLabel = "S",
            description =
                    "Text: e2ap_v2, e2ap_v3, kpm_v203, kpm_v3, rc_v103, or kpm_v3mod and rc_v103mod for old FlexRIC"
                            + " (default: the newest that has the type).")
    private Optional<String> specKey = Optional.empty();

    MessageType type() {
        String key = specKey.orElseGet(() -> MessageType.usualSpecKey(type));
        return MessageType.of(key, type)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no type \"" + type + "\" in \"" + key + "\"; texts: "
                                + String.join(", ", MessageType.SPEC_KEYS)));
    }

    /** The words that {@code problem} with the input is told in. */
    ParameterException refuse(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
