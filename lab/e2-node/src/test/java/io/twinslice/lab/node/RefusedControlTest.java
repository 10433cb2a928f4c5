package io.twinslice.lab.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.aper.Octets;
import io.twinslice.e2ap.Cause;
import io.twinslice.e2ap.RicControl;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.UeId;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.rc.RanParameter;
import io.twinslice.rc.RanParameterContent;
import io.twinslice.rc.RanParameterValue;
import io.twinslice.rc.RcControlHeader;
import io.twinslice.rc.RcControlMessage;
import io.twinslice.slicing.PeerProfile;
import io.twinslice.slicing.PrbQuota;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A control that the node cannot or must not carry out is answered with its cause and changes nothing. */
class RefusedControlTest {
    /** Values that stand nowhere else in a message, so that a test can put others in their place. */
    private static final io.twinslice.model.PrbQuota MARKED = new io.twinslice.model.PrbQuota(11, 22, 33);

    private static final QuotaPlan BEFORE = QuotaPlan.equalSplit(4);

    private ScriptedRic ric;

    @BeforeEach
    void start() throws Exception {
        ric = ScriptedRic.withNode(1);
        ric.node.run(1, snapshot -> {});
        ric.send(ScriptedRic.control(999, BEFORE));
        assertThat(ric.receive()).isInstanceOf(RicControl.Acknowledge.class);
    }

    @AfterEach
    void stop() throws Exception {
        ric.close();
    }

    private void refused(RicControl.Request request, Cause cause) throws Exception {
        ric.send(request);
        assertThat(ric.receive())
                .isEqualTo(new RicControl.Failure(
                        request.requestId(),
                        request.ranFunctionId(),
                        request.callProcessId(),
                        cause,
                        Optional.empty(),
                        Optional.empty()));
        List<TwinSnapshot> next = new ArrayList<>();
        ric.node.run(1, next::add);
        assertThat(next.getFirst().inForce()).isEqualTo(BEFORE);
        assertThat(ric.node.counters().controlsRefused()).isEqualTo(1);
        assertThat(ric.node.counters().controlsApplied()).isEqualTo(1);
    }

    /** A message for the first slice in which one number was replaced, which no quota of ours could say. */
    private static RcControlMessage with(int instead, long value) {
        List<PrbQuota> quotas = ScriptedRic.quotas(new QuotaPlan(List.of(
                MARKED,
                new io.twinslice.model.PrbQuota(0, 1, 100),
                new io.twinslice.model.PrbQuota(0, 1, 100),
                new io.twinslice.model.PrbQuota(0, 1, 100))));
        return new RcControlMessage.Format1(ScriptedRic.message(quotas).parameters().stream()
                .map(parameter -> replaced(parameter, instead, value))
                .toList());
    }

    private static RanParameter replaced(RanParameter parameter, int instead, long value) {
        return new RanParameter(parameter.id(), replaced(parameter.content(), instead, value));
    }

    private static RanParameterContent replaced(RanParameterContent content, int instead, long value) {
        return switch (content) {
            case RanParameterContent.Element element
            when element.value().equals(Optional.of(new RanParameterValue.IntegerValue(instead))) ->
                new RanParameterContent.Element(new RanParameterValue.IntegerValue(value));
            case RanParameterContent.Structure structure -> structure(structure, instead, value);
            case RanParameterContent.Structures structures ->
                new RanParameterContent.Structures(structures.items().stream()
                        .map(item -> structure(item, instead, value))
                        .toList());
            default -> content;
        };
    }

    private static RanParameterContent.Structure structure(
            RanParameterContent.Structure structure, int instead, long value) {
        return new RanParameterContent.Structure(structure.parameters().stream()
                .map(parameter -> replaced(parameter, instead, value))
                .toList());
    }

    @Test
    void theMarkedMessageItselfIsTaken() throws Exception {
        ric.send(ScriptedRic.control(1000, with(33, 33)));
        assertThat(ric.receive()).isInstanceOf(RicControl.Acknowledge.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 101, 34, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32})
    void aMinimumOutOfRangeIsRefused(long min) throws Exception {
        refused(ScriptedRic.control(1000, with(22, min)), Cause.RicRequest.CONTROL_MESSAGE_INVALID);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 101, 21, 255})
    void aMaximumOutOfRangeIsRefused(long max) throws Exception {
        refused(ScriptedRic.control(1000, with(33, max)), Cause.RicRequest.CONTROL_MESSAGE_INVALID);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 101, 23})
    void aDedicatedShareOutOfRangeIsRefused(long dedicated) throws Exception {
        refused(ScriptedRic.control(1000, with(11, dedicated)), Cause.RicRequest.CONTROL_MESSAGE_INVALID);
    }

    @Test
    void minimaThatTogetherExceedTheCellAreRefused() throws Exception {
        List<PrbQuota> quotas = new ArrayList<>();
        for (PrbQuota quota : ScriptedRic.quotas(BEFORE)) {
            quotas.add(new PrbQuota(quota.plmn(), quota.sst(), quota.sd(), 0, 30, 100));
        }
        refused(ScriptedRic.control(1000, ScriptedRic.message(quotas)), Cause.RicRequest.CONTROL_FAILED_TO_EXECUTE);
    }

    @Test
    void aSliceThatIsNotInTheCellIsRefused() throws Exception {
        PrbQuota known = ScriptedRic.quotas(BEFORE).getFirst();
        refused(
                ScriptedRic.control(1000, ScriptedRic.message(List.of(new PrbQuota(known.plmn(), 77, 1, 0, 1, 100)))),
                Cause.RicRequest.CONTROL_MESSAGE_INVALID);
    }

    @Test
    void aSliceOfAnotherOperatorIsRefused() throws Exception {
        PrbQuota known = ScriptedRic.quotas(BEFORE).getFirst();
        PlmnIdentity other = PlmnIdentity.of("999", "70");
        refused(
                ScriptedRic.control(
                        1000, ScriptedRic.message(List.of(new PrbQuota(other, known.sst(), known.sd(), 0, 1, 100)))),
                Cause.RicRequest.CONTROL_MESSAGE_INVALID);
    }

    private static RicControl.Request request(int function, Octets header, Octets message) {
        RicControl.Request good = ScriptedRic.control(1000, BEFORE);
        return new RicControl.Request(
                good.requestId(), function, good.callProcessId(), header, message, good.ackRequest());
    }

    @Test
    void anotherFunctionIsRefused() throws Exception {
        RicControl.Request good = ScriptedRic.control(1000, BEFORE);
        refused(request(2, good.header(), good.message()), Cause.RicRequest.RAN_FUNCTION_ID_INVALID);
    }

    @Test
    void anotherActionIsRefused() throws Exception {
        Octets header = new RcControlHeader.Format1(new UeId.GnbDu(0), 2, 5).encode();
        refused(request(3, header, ScriptedRic.control(1000, BEFORE).message()), Cause.RicRequest.ACTION_NOT_SUPPORTED);
    }

    @Test
    void octetsThatAreNoControlMessageAreRefused() throws Exception {
        refused(
                request(3, ScriptedRic.control(1000, BEFORE).header(), Octets.of(new byte[] {1, 2, 3})),
                Cause.RicRequest.CONTROL_MESSAGE_INVALID);
    }

    @Test
    void theNumberingOfAnotherPeerIsRefused() throws Exception {
        refused(
                ScriptedRic.control(1000, ScriptedRic.message(ScriptedRic.quotas(BEFORE), PeerProfile.RC_FLEXRIC)),
                Cause.RicRequest.CONTROL_MESSAGE_INVALID);
    }
}
