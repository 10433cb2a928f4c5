package io.twinslice.slicecontrol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.e2ap.E2apPdu;
import io.twinslice.e2ap.RicControl;
import io.twinslice.e2ap.RicRequestId;
import io.twinslice.e2sm.UeId;
import io.twinslice.kpm.KpmActionDefinition;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.policy.Baselines;
import io.twinslice.rc.RcControlHeader;
import io.twinslice.rc.RcControlMessage;
import io.twinslice.slicing.PeerProfile;
import io.twinslice.slicing.SliceQuotaControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the xApp sends is what the codecs read, and octet for octet what the golden vectors have for the same values.
 */
class GoldenOctetsTest {
    private static final DecodeLimits LIMITS = DecodeLimits.STANDARD;

    private static JsonNode vector(String name) throws IOException {
        Path path = Path.of(System.getProperty("twinslice.root", "../.."), "../shared/vectors/e2/valid.jsonl");
        Assumptions.assumeTrue(
                Files.isReadable(path), "skipped: the vectors are not beside the repository, looked for " + path);
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(path)) {
            JsonNode vector = json.readTree(line);
            if (vector.path("name").asText().equals(name)) {
                return vector;
            }
        }
        throw new AssertionError("no vector is named " + name);
    }

    private static Octets octets(JsonNode vector) {
        return Octets.ofHex(vector.path("aper_hex").asText());
    }

    /** A value of the vector, read from its JSON and not by our codec. */
    private static JsonNode value(JsonNode within, int id) {
        JsonNode found = search(within, id);
        assertThat(found.isMissingNode()).as("parameter " + id).isFalse();
        return found;
    }

    private static JsonNode search(JsonNode within, int id) {
        JsonNode element = within.path("ranParameter-valueType").path("ranP-Choice-ElementFalse");
        if (within.path("ranParameter-ID").asInt() == id && !element.isMissingNode()) {
            return element.path("ranParameter-value");
        }
        for (JsonNode child : within) {
            JsonNode found = search(child, id);
            if (!found.isMissingNode()) {
                return found;
            }
        }
        return MissingNode.getInstance();
    }

    /** The other vectors of this kind have slices of two operators or more than a whole cell, which no plan has. */
    @Test
    void aControlCarriesTheQuotaInTheOctetsOfTheVector() throws Exception {
        JsonNode vector = vector("rc-quota-ts-ids-explicit-1-slices");
        int sst = Integer.parseInt(value(vector, 9).path("valueOctS").asText(), 16);
        int sd = Integer.parseInt(value(vector, 10).path("valueOctS").asText(), 16);
        TwinProfile twin = new TwinProfile(
                "twin", new Snssai(sst, sd), Cell.TWINS.getFirst().sla(), 1);
        PrbQuota quota = new PrbQuota(
                value(vector, 13).path("valueInt").asInt(),
                value(vector, 11).path("valueInt").asInt(),
                value(vector, 12).path("valueInt").asInt());

        byte[] sent = new E2Translator(Cell.settings()).control(1001, 7, new QuotaPlan(List.of(quota)), List.of(twin));

        assertThat(Cell.request(sent).message()).isEqualTo(octets(vector));
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256, 257, 1000, 65535, 65536})
    void theEventTriggerIsThatOfTheVectors(int windowMillis) throws Exception {
        assertThat(KpmSubscription.of(Cell.TWINS, windowMillis).eventTrigger())
                .isEqualTo(octets(vector("kpm-evtrig-" + windowMillis)));
    }

    @Test
    void theControlHeaderIsThatOfTheVectorsButForTheUe() throws Exception {
        Octets golden = octets(vector("rc-ctrlhdr-du"));
        RicControl.Request request = Cell.request(new E2Translator(Cell.settings())
                .control(1001, 7, Baselines.equalSplit(3).decide(snapshot()).plan(), Cell.TWINS));
        byte[] ours = request.header().toByteArray();
        byte[] theirs = golden.toByteArray();
        // The third octet is the UE id, 17 in the vector.
        assertThat(theirs[2]).isEqualTo((byte) 17);
        theirs[2] = ours[2];
        assertThat(ours).isEqualTo(theirs);
    }

    private static io.twinslice.model.TwinSnapshot snapshot() {
        return new io.twinslice.model.TwinSnapshot(
                1000, Cell.WINDOW_MILLIS, Cell.PRBS, Cell.TWINS, Cell.reports(), QuotaPlan.unsliced(3));
    }

    @Test
    void aControlDecodesToWhatWasMeantAndEncodesToTheSameOctets() throws Exception {
        LoopRig rig = new LoopRig(Baselines.proportional(3));
        RicControl.Request request = rig.control();

        assertThat(E2apPdu.decode(rig.sentOctets.getFirst(), LIMITS).encode()).isEqualTo(rig.sentOctets.getFirst());
        assertThat(request.requestId()).isEqualTo(new RicRequestId(1001, Cell.INSTANCE));
        assertThat(request.ackRequest()).contains(RicControl.AckRequest.ACK);
        RcControlHeader header = RcControlHeader.decode(request.header(), LIMITS);
        SliceQuotaControl control = new SliceQuotaControl(PeerProfile.RC_EXPLICIT, new UeId.GnbDu(0));
        assertThat(control.isAnnouncedBy(request.header(), LIMITS)).isTrue();
        assertThat(header.encode()).isEqualTo(request.header());
        RcControlMessage message = RcControlMessage.decode(request.message(), LIMITS);
        assertThat(message.encode()).isEqualTo(request.message());
        assertThat(control.read(new SliceQuotaControl.Payload(request.header(), request.message()), LIMITS))
                .extracting(io.twinslice.slicing.PrbQuota::sst)
                .containsExactly(2, 1, 1);
        assertThat(Cell.plan(request))
                .isEqualTo(rig.decided.getFirst().admitted().plan());
    }

    @Test
    void theSubscriptionDecodesToAllMeasurementsOfAllTwinsAndEncodesToTheSameOctets() throws Exception {
        KpmSubscription subscription = KpmSubscription.of(Cell.TWINS, Cell.WINDOW_MILLIS);
        KpmActionDefinition definition = KpmActionDefinition.decode(subscription.actionDefinition(), LIMITS);

        assertThat(KpmActionDefinition.CODEC.toOctetString(definition)).isEqualTo(subscription.actionDefinition());
        assertThat(definition.styleType()).isEqualTo(1);
        assertThat(definition.format()).isInstanceOfSatisfying(io.twinslice.kpm.ActionFormat.Format1.class, format -> {
            assertThat(format.granularityMillis()).isEqualTo(Cell.WINDOW_MILLIS);
            assertThat(format.measurements()).isEqualTo(Cell.measurements(Cell.TWINS));
        });
    }
}
