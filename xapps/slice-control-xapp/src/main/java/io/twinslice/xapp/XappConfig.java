package io.twinslice.xapp;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.twinslice.model.Sla;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.policy.Envelope;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an operator sets for one slice-control xApp. Unknown keys are refused, so a misspelt one does not go unnoticed.
 *
 * @param name instance name on the platform, lower-case, without {@code http} (the platform rewrites that word)
 * @param host address under which platform components reach this xApp
 * @param rmrPort RMR data port, 0 = any free one
 * @param httpPort port for health, metrics and subscription notifications, 0 = any free one
 * @param e2TermRmr {@code host:port} of the E2 termination on RMR
 * @param a1MediatorRmr {@code host:port} of the A1 mediator on RMR
 * @param subscriptionManager base address of the subscription manager
 * @param applicationManager base address of the application manager
 * @param meid RAN name of the node this xApp controls
 * @param cellId cell that A1 policies must name
 * @param prbCount PRBs of the cell, 1..275
 * @param windowMillis KPM granularity period
 * @param kpmFunctionId RAN function id of E2SM-KPM at the node
 * @param rcFunctionId RAN function id of E2SM-RC at the node
 * @param plmn five or six digits, MCC and MNC
 * @param twins the twins of the cell, in any order; their slices are distinct
 * @param guardrails what no policy may overstep
 * @param controlDeadlineMillis a control without an answer for this long has timed out
 * @param artifactHosts hosts that bundles may be fetched from
 * @param trustRoot file with the public keys that bundles are judged by
 * @param stateDirectory where the active policy is kept
 * @param decisionLog file that decisions are appended to
 */
public record XappConfig(
        String name,
        String host,
        int rmrPort,
        int httpPort,
        String e2TermRmr,
        String a1MediatorRmr,
        URI subscriptionManager,
        URI applicationManager,
        String meid,
        String cellId,
        int prbCount,
        int windowMillis,
        int kpmFunctionId,
        int rcFunctionId,
        String plmn,
        List<Twin> twins,
        Guardrails guardrails,
        int controlDeadlineMillis,
        List<String> artifactHosts,
        Path trustRoot,
        Path stateDirectory,
        Path decisionLog) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .build();
    private static final long MAX_OCTETS = 1 << 20;

    /**
     * A twin as the configuration names it.
     *
     * @param sd slice differentiator as six hexadecimal digits, or empty for none
     */
    public record Twin(
            String name,
            int sst,
            String sd,
            int deadlineMillis,
            double reliability,
            int aoiLimitMillis,
            int minKbitPerSecond,
            double priority) {
        public static Twin of(TwinProfile twin) {
            return new Twin(
                    twin.name(),
                    twin.slice().sst(),
                    twin.slice().hasSd()
                            ? String.format(Locale.ROOT, "%06x", twin.slice().sd())
                            : "",
                    twin.sla().deadlineMillis(),
                    twin.sla().reliability(),
                    twin.sla().aoiLimitMillis(),
                    twin.sla().minKbitPerSecond(),
                    twin.priority());
        }

        public Twin {
            require(sd.isEmpty() || sd.matches("[0-9A-Fa-f]{6}"), "sd (six hexadecimal digits, or empty)", sd);
        }

        TwinProfile profile() {
            int differentiator = sd.isEmpty() ? Snssai.NO_SD : Integer.parseInt(sd, 16);
            return new TwinProfile(
                    name,
                    new Snssai(sst, differentiator),
                    new Sla(deadlineMillis, reliability, aoiLimitMillis, minKbitPerSecond),
                    priority);
        }
    }

    /**
     * Limits of the shield, one entry for each twin.
     *
     * @param floorPercent least minimum ratio
     * @param ceilingPercent largest maximum ratio
     * @param maxStepPercent largest change of a ratio in one window
     */
    public record Guardrails(List<Integer> floorPercent, List<Integer> ceilingPercent, int maxStepPercent) {
        Envelope envelope() {
            return new Envelope(floorPercent, ceilingPercent, maxStepPercent);
        }
    }

    public XappConfig {
        twins = List.copyOf(twins);
        artifactHosts = List.copyOf(artifactHosts);
        require(name.matches("[a-z][a-z0-9-]{0,40}") && !name.contains("http"), "name", name);
        requirePort("rmrPort", rmrPort);
        requirePort("httpPort", httpPort);
        requireWeb("subscriptionManager", subscriptionManager);
        requireWeb("applicationManager", applicationManager);
        requireFunction("kpmFunctionId", kpmFunctionId);
        requireFunction("rcFunctionId", rcFunctionId);
        require(!meid.isEmpty() && meid.length() <= 31, "meid (1..31 characters)", meid);
        require(prbCount >= 1 && prbCount <= 275, "prbCount (1..275)", prbCount);
        require(windowMillis >= 10 && windowMillis <= 60_000, "windowMillis (10..60000)", windowMillis);
        require(plmn.matches("[0-9]{5,6}"), "plmn (five or six digits)", plmn);
        require(!twins.isEmpty() && twins.size() <= 64, "twins (1..64 entries)", twins.size());
        require(controlDeadlineMillis >= 1, "controlDeadlineMillis (at least 1)", controlDeadlineMillis);
        require(
                guardrails.floorPercent().size() == twins.size()
                        && guardrails.ceilingPercent().size() == twins.size(),
                "guardrails (one floor and one ceiling for each of " + twins.size() + " twins)",
                guardrails);
        require(
                guardrails.envelope().slices() == twins.size(),
                "guardrails (0 <= floor <= ceiling <= 100, floors together at most 100)",
                guardrails);
        Set<Snssai> slices = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Twin twin : twins) {
            require(slices.add(twin.profile().slice()), "twins (two share one slice)", twin.name());
            require(names.add(twin.name()), "twins (two share one name)", twin.name());
        }
    }

    /** What no policy may overstep. */
    Envelope envelope() {
        return guardrails.envelope();
    }

    /** The twins as profiles, in the order of the configuration. */
    public List<TwinProfile> profiles() {
        return twins.stream().map(Twin::profile).toList();
    }

    /**
     * Reads a configuration; relative paths in it are relative to its folder.
     *
     * @throws IOException with the file, the place and what is wrong with it
     */
    public static XappConfig read(Path file) throws IOException {
        if (Files.size(file) > MAX_OCTETS) {
            throw new IOException(file + " is larger than " + MAX_OCTETS + " octets");
        }
        return parse(Files.readAllBytes(file), file);
    }

    static XappConfig parse(byte[] json, Path file) throws IOException {
        XappConfig config;
        try {
            config = JSON.readValue(json, XappConfig.class);
        } catch (JsonMappingException e) {
            throw new IOException(file + ": " + e.getOriginalMessage() + place(e), e);
        } catch (JsonProcessingException e) {
            throw new IOException(
                    file + ": no JSON: " + e.getOriginalMessage() + " (line "
                            + e.getLocation().getLineNr() + ")",
                    e);
        } catch (IOException e) {
            // Octets that are no text at all.
            throw new IOException(file + ": no JSON: " + e.getMessage(), e);
        }
        if (config == null) {
            throw new IOException(file + " says null, not what an xApp is to do");
        }
        return config.besides(file.toAbsolutePath());
    }

    /** The configuration as JSON, as {@link #read} takes it. */
    public byte[] json() throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    private XappConfig besides(Path file) {
        return new XappConfig(
                name,
                host,
                rmrPort,
                httpPort,
                e2TermRmr,
                a1MediatorRmr,
                subscriptionManager,
                applicationManager,
                meid,
                cellId,
                prbCount,
                windowMillis,
                kpmFunctionId,
                rcFunctionId,
                plmn,
                twins,
                guardrails,
                controlDeadlineMillis,
                artifactHosts,
                file.resolveSibling(trustRoot),
                file.resolveSibling(stateDirectory),
                file.resolveSibling(decisionLog));
    }

    private static String place(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        e.getPath()
                .forEach(step -> path.append('/')
                        .append(step.getFieldName() != null ? step.getFieldName() : Integer.toString(step.getIndex())));
        return path.isEmpty() ? "" : " (at " + path + ")";
    }

    private static void requirePort(String name, int port) {
        require(port >= 0 && port <= 65_535, name + " (0..65535)", port);
    }

    private static void requireFunction(String name, int id) {
        require(id >= 0 && id <= 4095, name + " (0..4095)", id);
    }

    private static void requireWeb(String name, URI address) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        require(web && address.getHost() != null, name + " (an http or https address)", address);
    }

    private static void require(boolean holds, String what, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("configuration: " + what + " cannot be \"" + value + "\"");
        }
    }
}
