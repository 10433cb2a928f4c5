package io.twinslice.e2proofs;

import io.twinslice.aper.PeerDialect;
import io.twinslice.grammar.Grammar;
import io.twinslice.grammar.RandomValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Writes valid values of a fuzz target's types as seeds into a folder: {@code Seeds TARGET FOLDER}. */
final class Seeds {
    private static final int EACH = 60;
    private static final int LONGEST = 600;

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("kpmEventTrigger", "E2SM-KPM-EventTriggerDefinition"),
            Map.entry("kpmActionDefinition", "E2SM-KPM-ActionDefinition"),
            Map.entry("kpmIndicationHeaderV2", "E2SM-KPM-IndicationHeader"),
            Map.entry("kpmIndicationHeaderV3", "E2SM-KPM-IndicationHeader"),
            Map.entry("kpmIndicationMessage", "E2SM-KPM-IndicationMessage"),
            Map.entry("sliceReport", "E2SM-KPM-IndicationMessage"),
            Map.entry("kpmFunctionDescription", "E2SM-KPM-RANfunction-Description"),
            Map.entry("kpmMeasurementLabel", "MeasurementLabel"),
            Map.entry("ueId", "UEID"),
            Map.entry("rcFunctionDefinition", "E2SM-RC-RANFunctionDefinition"),
            Map.entry("peerProfile", "E2SM-RC-RANFunctionDefinition"),
            Map.entry("rcEventTrigger", "E2SM-RC-EventTrigger"),
            Map.entry("rcActionDefinition", "E2SM-RC-ActionDefinition"),
            Map.entry("rcIndicationHeader", "E2SM-RC-IndicationHeader"),
            Map.entry("rcIndicationMessage", "E2SM-RC-IndicationMessage"),
            Map.entry("rcCallProcessId", "E2SM-RC-CallProcessID"),
            Map.entry("rcControlHeader", "E2SM-RC-ControlHeader"),
            Map.entry("rcControlMessage", "E2SM-RC-ControlMessage"),
            Map.entry("sliceQuota", "E2SM-RC-ControlMessage"),
            Map.entry("rcControlOutcome", "E2SM-RC-ControlOutcome"),
            Map.entry("rcParameterTesting", "RANParameter-Testing"),
            Map.entry("rcParameterValueType", "RANParameter-ValueType"),
            Map.entry("e2apPdu", "E2AP-PDU"),
            Map.entry("e2apReceived", "E2AP-PDU"),
            Map.entry("grammarE2ap", "E2AP-PDU"));

    private Seeds() {}

    /** Files named by their content's place in the sequence; those that are there are left alone. */
    public static void main(String[] arguments) throws IOException {
        String target = arguments[0];
        Path folder = Path.of(arguments[1]);
        List<byte[]> seeds = seeds(target);
        for (int i = 0; i < seeds.size(); i++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "seed-%03d", i));
            if (!Files.exists(file)) {
                Files.write(file, seeds.get(i));
            }
        }
    }

    /** Values of up to {@value #LONGEST} octets; none for a target whose input is no encoding of one type. */
    static List<byte[]> seeds(String target) {
        if (target.equals("grammarKpm") || target.equals("grammarRc")) {
            return ofMany(target.equals("grammarKpm") ? "kpm" : "rc");
        }
        String type = TYPES.get(target);
        if (type == null) {
            return List.of();
        }
        Grammar grammar = type.equals("E2AP-PDU")
                ? Grammar.E2AP_V3
                : target.endsWith("V2")
                        ? Grammar.KPM_V2
                        : type.contains("RC") || type.startsWith("RAN") ? Grammar.RC : Grammar.KPM_V3;
        return of(grammar, type, EACH);
    }

    private static List<byte[]> of(Grammar grammar, String type, int count) {
        RandomValues values = new RandomValues(grammar, new SplittableRandom(20261124));
        RandomValues extended = new RandomValues(grammar, new SplittableRandom(20261125)).withUnknownAdditions();
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] octets = grammar.write(type, (i % 4 == 3 ? extended : values).next(type), PeerDialect.STANDARD);
            if (octets.length <= LONGEST) {
                seeds.add(octets);
            }
        }
        return seeds;
    }

    /** The first octet says which of the decoders of {@code spec} the rest is for. */
    private static List<byte[]> ofMany(String spec) {
        List<Decoder> decoders = Decoder.ALL.stream()
                .filter(each -> each.spec().startsWith(spec))
                .toList();
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < decoders.size(); i++) {
            for (byte[] octets : of(decoders.get(i).grammar(), decoders.get(i).type(), EACH / 6)) {
                byte[] seed = new byte[octets.length + 1];
                seed[0] = (byte) i;
                System.arraycopy(octets, 0, seed, 1, octets.length);
                seeds.add(seed);
            }
        }
        return seeds;
    }
}
