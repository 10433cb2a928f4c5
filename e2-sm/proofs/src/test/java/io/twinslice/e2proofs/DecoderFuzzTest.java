package io.twinslice.e2proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.aper.PeerDialect;
import io.twinslice.ccc.CccCell;
import io.twinslice.ccc.CccControlMessage;
import io.twinslice.ccc.CccIndicationMessage;
import io.twinslice.e2ap.E2apPdu;
import io.twinslice.e2ap.ErrorIndication;
import io.twinslice.e2ap.RanFunctionItem;
import io.twinslice.e2ap.Received;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.SliceId;
import io.twinslice.e2sm.UeId;
import io.twinslice.grammar.Grammar;
import io.twinslice.grammar.Node;
import io.twinslice.grammar.PlainValues;
import io.twinslice.kpm.KpmActionDefinition;
import io.twinslice.kpm.KpmEventTrigger;
import io.twinslice.kpm.KpmFunctionDescription;
import io.twinslice.kpm.KpmIndicationHeader;
import io.twinslice.kpm.KpmIndicationMessage;
import io.twinslice.kpm.KpmVersion;
import io.twinslice.kpm.MeasurementLabel;
import io.twinslice.rc.RanParameterContent;
import io.twinslice.rc.RanParameterTest;
import io.twinslice.rc.RcActionDefinition;
import io.twinslice.rc.RcCallProcessId;
import io.twinslice.rc.RcControlHeader;
import io.twinslice.rc.RcControlMessage;
import io.twinslice.rc.RcControlOutcome;
import io.twinslice.rc.RcEventTrigger;
import io.twinslice.rc.RcFunctionDefinition;
import io.twinslice.rc.RcIndicationHeader;
import io.twinslice.rc.RcIndicationMessage;
import io.twinslice.slicing.PeerProfile;
import io.twinslice.slicing.PrbQuota;
import io.twinslice.slicing.SliceQuotaControl;
import io.twinslice.slicing.SliceReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One target for each decoder that a peer can reach; {@code e2-sm/fuzz} runs them, and every build replays the inputs
 * that are kept beside this class.
 */
class DecoderFuzzTest {
    private static final DecodeLimits LIMITS = DecodeLimits.STANDARD;

    @FuzzTest
    void e2apPdu(byte[] octets) {
        HostileInput.price(octets.length, () -> E2apPdu.decode(octets, LIMITS))
                .ifPresent(pdu -> assertThat(HostileInput.price(1 << 20, () -> Received.read(octets, LIMITS)))
                        .isPresent());
    }

    /** Whatever is received can be answered, and what is understood can be written and read again. */
    @FuzzTest
    void e2apReceived(byte[] octets) {
        HostileInput.price(octets.length, () -> Received.read(octets, LIMITS)).ifPresent(received -> {
            received.errorIndication().ifPresent(ErrorIndication::encode);
            Received.toOctets(received).ifPresent(again -> {
                try {
                    Received.read(again, LIMITS);
                } catch (DecodeException e) {
                    throw new AssertionError("what was written again is refused", e);
                }
            });
        });
    }

    @FuzzTest
    void kpmEventTrigger(byte[] octets) {
        HostileInput.decodes(KpmEventTrigger.CODEC, octets);
    }

    @FuzzTest
    void kpmActionDefinition(byte[] octets) {
        HostileInput.decodes(KpmActionDefinition.CODEC, octets);
    }

    @FuzzTest
    void kpmIndicationHeaderV2(byte[] octets) {
        HostileInput.decodes(KpmIndicationHeader.codec(KpmVersion.V2_03), octets);
    }

    @FuzzTest
    void kpmIndicationHeaderV3(byte[] octets) {
        HostileInput.decodes(KpmIndicationHeader.codec(KpmVersion.V3_00), octets);
    }

    @FuzzTest
    void kpmIndicationMessage(byte[] octets) {
        HostileInput.decodes(KpmIndicationMessage.CODEC, octets);
    }

    @FuzzTest
    void kpmFunctionDescription(byte[] octets) {
        HostileInput.decodes(KpmFunctionDescription.CODEC, octets);
    }

    @FuzzTest
    void kpmMeasurementLabel(byte[] octets) {
        HostileInput.decodes(MeasurementLabel.CODEC, octets);
    }

    @FuzzTest
    void ueId(byte[] octets) {
        HostileInput.decodes(UeId.CODEC, octets);
    }

    @FuzzTest
    void rcFunctionDefinition(byte[] octets) {
        HostileInput.decodes(RcFunctionDefinition.CODEC, octets);
    }

    @FuzzTest
    void rcEventTrigger(byte[] octets) {
        HostileInput.decodes(RcEventTrigger.CODEC, octets);
    }

    @FuzzTest
    void rcActionDefinition(byte[] octets) {
        HostileInput.decodes(RcActionDefinition.CODEC, octets);
    }

    @FuzzTest
    void rcIndicationHeader(byte[] octets) {
        HostileInput.decodes(RcIndicationHeader.CODEC, octets);
    }

    @FuzzTest
    void rcIndicationMessage(byte[] octets) {
        HostileInput.decodes(RcIndicationMessage.CODEC, octets);
    }

    @FuzzTest
    void rcCallProcessId(byte[] octets) {
        HostileInput.decodes(RcCallProcessId.CODEC, octets);
    }

    @FuzzTest
    void rcControlHeader(byte[] octets) {
        HostileInput.decodes(RcControlHeader.CODEC, octets);
    }

    @FuzzTest
    void rcControlMessage(byte[] octets) {
        HostileInput.decodes(RcControlMessage.CODEC, octets);
    }

    @FuzzTest
    void rcControlOutcome(byte[] octets) {
        HostileInput.decodes(RcControlOutcome.CODEC, octets);
    }

    @FuzzTest
    void rcParameterTesting(byte[] octets) {
        HostileInput.decodes(RanParameterTest.LIST, octets);
    }

    @FuzzTest
    void rcParameterValueType(byte[] octets) {
        HostileInput.decodes(RanParameterContent.CODEC, octets);
    }

    @FuzzTest
    void cccControlHeader(byte[] text) {
        HostileInput.price(text.length, () -> CccControlMessage.styleOf(Octets.of(text), LIMITS));
    }

    @FuzzTest
    void cccControlMessage(byte[] text) {
        HostileInput.price(text.length, () -> CccControlMessage.decode(Octets.of(text), LIMITS))
                .ifPresent(message -> assertThat(HostileInput.price(
                                text.length * 16, () -> CccControlMessage.decode(message.encode(), LIMITS)))
                        .contains(message));
    }

    @FuzzTest
    void cccIndicationMessage(byte[] text) {
        HostileInput.price(text.length, () -> CccIndicationMessage.decode(Octets.of(text), LIMITS))
                .ifPresent(message -> assertThat(HostileInput.price(
                                text.length * 16, () -> CccIndicationMessage.decode(message.encode(), LIMITS)))
                        .contains(message));
    }

    /** A control message as each kind of peer reads it; what is read can be written and is read alike. */
    @FuzzTest
    void sliceQuota(byte[] octets) {
        for (PeerProfile profile : PeerProfile.values()) {
            SliceQuotaControl node =
                    new SliceQuotaControl(profile, new UeId.GnbDu(17), new CccCell(PlmnIdentity.of("001", "01"), 1));
            Octets header = node.header();
            HostileInput.price(
                            octets.length,
                            () -> node.read(new SliceQuotaControl.Payload(header, Octets.of(octets)), LIMITS))
                    .filter(quotas -> !quotas.isEmpty() && hasDigits(quotas))
                    .ifPresent(quotas -> assertThat(
                                    HostileInput.price(1 << 20, () -> node.read(node.write(quotas), LIMITS)))
                            .contains(quotas));
        }
    }

    /** Whether the operators can be written in digits; octets that say otherwise are let through in binary. */
    private static boolean hasDigits(List<PrbQuota> quotas) {
        return quotas.stream().allMatch(quota -> quota.plmn().toString().matches("[0-9]{2}[0-9f][0-9]{3}"));
    }

    @FuzzTest
    void sliceReport(byte[] octets) {
        Optional<KpmIndicationMessage> message =
                HostileInput.price(octets.length, () -> KpmIndicationMessage.decode(Octets.of(octets), LIMITS));
        SliceId slice = new SliceId(1, 1);
        message.ifPresent(report -> {
            HostileInput.price(octets.length, () -> SliceReport.ofLabels(report, List.of()));
            HostileInput.price(octets.length, () -> SliceReport.ofCondition(report, slice, List.of()));
            HostileInput.price(
                    octets.length,
                    () -> SliceReport.ofUes(
                            report, ue -> ue instanceof UeId.Gnb ? Optional.of(slice) : Optional.empty(), List.of()));
        });
    }

    /** The definition of a RAN function that a node announces. */
    @FuzzTest
    void peerProfile(byte[] octets) {
        RanFunctionItem function = new RanFunctionItem(3, Octets.of(octets), 1, "1.3.6.1.4.1.53148.1.1.2.3");
        HostileInput.price(octets.length, () -> PeerProfile.of(function, LIMITS));
    }

    /** The primitives of aligned PER in an order that the first half of the input says, over the second half. */
    @FuzzTest
    void aperPrimitives(byte[] octets) {
        byte[] program = Arrays.copyOf(octets, octets.length / 2);
        byte[] input = Arrays.copyOfRange(octets, octets.length / 2, octets.length);
        HostileInput.price(octets.length, () -> Primitives.read(program, input, LIMITS));
    }

    @FuzzTest
    void grammarE2ap(byte[] octets) {
        readSlowly(Grammar.E2AP_V3, "E2AP-PDU", octets);
    }

    /** The first octet says which type it is. */
    @FuzzTest
    void grammarKpm(byte[] octets) {
        readOneOf(
                octets,
                Decoder.ALL.stream()
                        .filter(each -> each.spec().startsWith("kpm"))
                        .toList());
    }

    /** The first octet says which type it is. */
    @FuzzTest
    void grammarRc(byte[] octets) {
        readOneOf(
                octets,
                Decoder.ALL.stream().filter(each -> each.spec().equals("rc")).toList());
    }

    private static void readOneOf(byte[] octets, List<Decoder> decoders) {
        if (octets.length > 0) {
            Decoder decoder = decoders.get((octets[0] & 0xFF) % decoders.size());
            readSlowly(decoder.grammar(), decoder.type(), Arrays.copyOfRange(octets, 1, octets.length));
        }
    }

    /** A tree that was read can be shown, parsed and written, and then reads as the same tree. */
    private static void readSlowly(Grammar grammar, String type, byte[] octets) {
        for (PeerDialect dialect : PeerDialect.values()) {
            Optional<Node> tree =
                    HostileInput.price(octets.length * 4, () -> grammar.read(type, octets, LIMITS, dialect));
            tree.ifPresent(node -> {
                byte[] written = grammar.write(type, node.value(), dialect);
                Object plain = PlainValues.of(node.value());
                try {
                    Node again = grammar.read(type, written, new DecodeLimits(1 << 24, 1 << 20, 200), dialect);
                    assertThat(PlainValues.of(again.value())).isEqualTo(plain);
                } catch (DecodeException e) {
                    throw new AssertionError("what was written again is refused", e);
                }
            });
        }
    }
}
