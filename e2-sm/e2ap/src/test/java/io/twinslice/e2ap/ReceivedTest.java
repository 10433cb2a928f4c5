package io.twinslice.e2ap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.e2ap.CriticalityDiagnostics.DiagnosedIe;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What E2AP clause 10 asks of a receiver; all inputs are variations of one RIC subscription delete request. */
class ReceivedTest {
    private static final String REQUEST_ID = "001d00050003fdffff";
    private static final String FUNCTION = "000500020093";
    private static final RicRequestId ID = new RicRequestId(1021, 65535);
    private static final RicSubscriptionDelete.Request MESSAGE = new RicSubscriptionDelete.Request(ID, 147);

    private static Received read(String hex) throws DecodeException {
        return Received.read(HexFormat.of().parseHex(hex), DecodeLimits.STANDARD);
    }

    /** A delete request with these IEs. */
    private static String pdu(String... ies) {
        String content = "00" + HexFormat.of().toHexDigits((short) ies.length) + String.join("", ies);
        return "000900" + HexFormat.of().toHexDigits((byte) (content.length() / 2)) + content;
    }

    private static ErrorIndication answer(Received received) {
        return received.errorIndication().orElseThrow();
    }

    private static CriticalityDiagnostics diagnostics(Received received) {
        return answer(received).diagnostics().orElseThrow();
    }

    private static String written(Received received) {
        return HexFormat.of().formatHex(Received.toOctets(received).orElseThrow());
    }

    @Test
    void aMessageWithoutErrorIsToBeActedOnAndNeedsNoAnswer() throws DecodeException {
        String hex = pdu(REQUEST_ID, FUNCTION);
        assertThat(read(hex)).isInstanceOfSatisfying(Received.Understood.class, understood -> {
            assertThat(understood.pdu()).isEqualTo(MESSAGE);
            assertThat(understood.inOrder()).isTrue();
            assertThat(understood.errorIndication()).isEmpty();
        });
        assertThat(written(read(hex))).isEqualTo(hex);
    }

    @Test
    void iesInAnotherOrderAreUnderstoodAndTheOrderIsTold() throws DecodeException {
        String hex = pdu(FUNCTION, REQUEST_ID);
        assertThat(read(hex)).isInstanceOfSatisfying(Received.Understood.class, understood -> {
            assertThat(understood.pdu()).isEqualTo(MESSAGE);
            assertThat(understood.inOrder()).isFalse();
            assertThat(understood.errorIndication()).isEmpty();
        });
        assertThat(written(read(hex))).isEqualTo(hex);
    }

    @Test
    void anUnknownIeToBeIgnoredIsIgnored() throws DecodeException {
        assertThat(read(pdu(REQUEST_ID, FUNCTION, "ffff400401020304")))
                .isInstanceOfSatisfying(Received.Understood.class, understood -> {
                    assertThat(understood.pdu()).isEqualTo(MESSAGE);
                    assertThat(understood.errorIndication()).isEmpty();
                });
    }

    @Test
    void anUnknownIeToBeNotifiedIsIgnoredAndReported() throws DecodeException {
        Received received = read(pdu(REQUEST_ID, FUNCTION, "ffff800401020304"));
        assertThat(received).isInstanceOf(Received.Understood.class);
        assertThat(answer(received).cause()).contains(Cause.Protocol.ABSTRACT_SYNTAX_ERROR_IGNORE_AND_NOTIFY);
        assertThat(diagnostics(received).ies())
                .containsExactly(
                        new DiagnosedIe(Criticality.NOTIFY, 65535, CriticalityDiagnostics.TypeOfError.NOT_UNDERSTOOD));
    }

    @Test
    void anUnknownIeToBeRejectedRejectsTheMessage() throws DecodeException {
        Received received = read(pdu(REQUEST_ID, FUNCTION, "ffff000401020304"));
        assertThat(received).isInstanceOf(Received.Faulty.class);
        ErrorIndication answer = answer(received);
        assertThat(answer.cause()).contains(Cause.Protocol.ABSTRACT_SYNTAX_ERROR_REJECT);
        assertThat(answer.requestId()).contains(ID);
        assertThat(answer.ranFunctionId()).hasValue(147);
        assertThat(diagnostics(received))
                .isEqualTo(new CriticalityDiagnostics(
                        OptionalInt.of(9),
                        Optional.of(CriticalityDiagnostics.TriggeringMessage.INITIATING_MESSAGE),
                        Optional.of(Criticality.REJECT),
                        Optional.empty(),
                        List.of(new DiagnosedIe(
                                Criticality.REJECT, 65535, CriticalityDiagnostics.TypeOfError.NOT_UNDERSTOOD))));
    }

    @Test
    void aMissingIeIsNamed() throws DecodeException {
        Received received = read(pdu(REQUEST_ID));
        assertThat(received).isInstanceOf(Received.Faulty.class);
        assertThat(answer(received).requestId()).contains(ID);
        assertThat(diagnostics(received).ies())
                .containsExactly(new DiagnosedIe(Criticality.REJECT, 5, CriticalityDiagnostics.TypeOfError.MISSING));
        assertThat(Received.toOctets(received)).isEmpty();
    }

    @Test
    void aRepeatedIeMakesTheMessageFalselyConstructed() throws DecodeException {
        Received received = read(pdu(REQUEST_ID, FUNCTION, FUNCTION));
        assertThat(answer(received).cause()).contains(Cause.Protocol.ABSTRACT_SYNTAX_ERROR_FALSELY_CONSTRUCTED_MESSAGE);
        assertThat(answer(received).ranFunctionId()).hasValue(147);
    }

    @Test
    void anUnknownProcedureIsAnsweredAsItsCriticalityAsks() throws DecodeException {
        assertThat(answer(read("0063000400000000")).cause()).contains(Cause.Protocol.ABSTRACT_SYNTAX_ERROR_REJECT);
        assertThat(read("0063400400000000").errorIndication()).isEmpty();
        assertThat(answer(read("0063800400000000")).cause())
                .contains(Cause.Protocol.ABSTRACT_SYNTAX_ERROR_IGNORE_AND_NOTIFY);
        assertThat(diagnostics(read("0063000400000000")).procedureCode()).hasValue(99);
        assertThat(written(read("0063800400000000"))).isEqualTo("0063800400000000");
    }

    @Test
    void anUnknownKindOfMessageIsKeptAsItIs() throws DecodeException {
        assertThat(read("80020102")).isInstanceOf(Received.UnknownKind.class);
        assertThat(written(read("80020102"))).isEqualTo("80020102");
        assertThat(answer(read("80020102")).cause()).contains(Cause.Protocol.ABSTRACT_SYNTAX_ERROR_REJECT);
    }

    @Test
    void criticalitiesAsTheyWereSentAreWrittenAgain() throws DecodeException {
        String otherwise = pdu("001d40050003fdffff", "000580020093").replaceFirst("^000900", "000940");
        assertThat(read(otherwise)).isInstanceOf(Received.Understood.class);
        assertThat(written(read(otherwise))).isEqualTo(otherwise);
    }

    @Test
    void everyAnswerCanBeSent() throws DecodeException {
        for (String hex : List.of(
                pdu(REQUEST_ID),
                pdu(REQUEST_ID, FUNCTION, FUNCTION),
                pdu(REQUEST_ID, FUNCTION, "ffff800401020304"),
                "0063000400000000",
                "80020102")) {
            ErrorIndication answer = answer(read(hex));
            assertThat(E2apPdu.decode(answer.encode(), DecodeLimits.STANDARD)).isEqualTo(answer);
        }
        ErrorIndication unreadable = Received.transferSyntaxError();
        assertThat(E2apPdu.decode(unreadable.encode(), DecodeLimits.STANDARD)).isEqualTo(unreadable);
    }

    @Test
    void octetsThatAreNoPduAreRefused() {
        assertThatThrownBy(() -> read(pdu(REQUEST_ID, FUNCTION).substring(0, 20)))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining(" at bit ");
    }
}
