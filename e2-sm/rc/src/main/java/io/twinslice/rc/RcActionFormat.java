package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import io.twinslice.e2sm.UeId;
import java.util.List;
import java.util.Optional;

/**
 * The formats of an RC action definition; format 4 is an extension alternative.
 *
 * <p>E2SM-RC clause 9.2.
 */
public sealed interface RcActionFormat {
    Codec<RcActionFormat> CODEC = new RcActionFormatCodec();

    /** Format 1: report parameters. */
    record Report(List<RequestedParameter> parameters) implements RcActionFormat {
        static final Codec<Report> CODEC = new ListInSequence<>(
                        "ranP-ToBeReported-List", 1, 65535, RequestedParameter.CODEC)
                .as(Report::new, Report::parameters);

        public Report {
            parameters = FixedList.copyOf(parameters);
        }
    }

    /** Format 2: act by policy. */
    record Policy(List<PolicyCondition> conditions) implements RcActionFormat {
        static final Codec<Policy> CODEC = new ListInSequence<>(
                        "ric-PolicyConditions-List", 1, 65535, PolicyCondition.CODEC)
                .as(Policy::new, Policy::conditions);

        public Policy {
            conditions = FixedList.copyOf(conditions);
        }
    }

    /** E2SM-RC-ActionDefinition-Format2-Item. */
    record PolicyCondition(PolicyAction action, List<RanParameterTest> tests) {
        static final Codec<PolicyCondition> CODEC = new Codec<>() {
            @Override
            public void encode(PolicyCondition value, BitWriter out) {
                out.bit(false);
                out.bit(!value.tests.isEmpty());
                PolicyAction.CODEC.encode(value.action, out);
                if (!value.tests.isEmpty()) {
                    RanParameterTest.LIST.encode(value.tests, out);
                }
            }

            @Override
            public PolicyCondition decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(2);
                PolicyCondition item = new PolicyCondition(
                        in.field("ric-PolicyAction", PolicyAction.CODEC),
                        (preamble & 1) != 0
                                ? in.field("ric-PolicyConditionDefinition", RanParameterTest.LIST)
                                : List.of());
                if ((preamble & 2) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public PolicyCondition {
            tests = FixedList.copyOf(tests);
        }
    }

    /** Format 3: ask before acting. */
    record Insert(long indicationId, List<RequestedParameter> parameters, Optional<UeId> ue) implements RcActionFormat {
        static final Codec<Insert> CODEC = new Codec<>() {
            @Override
            public void encode(Insert value, BitWriter out) {
                out.bit(false);
                out.bit(value.ue.isPresent());
                RanParameter.shortId(value.indicationId, out);
                out.list(value.parameters, 1, 65535, RequestedParameter.CODEC);
                if (value.ue.isPresent()) {
                    UeId.CODEC.encode(value.ue.get(), out);
                }
            }

            @Override
            public Insert decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(2);
                Insert item = new Insert(
                        RanParameter.shortId("ric-InsertIndication-ID", in),
                        in.list("ranP-InsertIndication-List", 1, 65535, RequestedParameter.CODEC),
                        (preamble & 1) != 0 ? Optional.of(in.field("ueID", UeId.CODEC)) : Optional.empty());
                if ((preamble & 2) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public Insert {
            parameters = FixedList.copyOf(parameters);
        }
    }

    /** Format 4: several insert indications of several styles. */
    record Inserts(List<InsertStyleRequest> styles, Optional<UeId> ue) implements RcActionFormat {
        static final Codec<Inserts> CODEC = new Codec<>() {
            @Override
            public void encode(Inserts value, BitWriter out) {
                out.bit(false);
                out.bit(value.ue.isPresent());
                out.list(value.styles, 1, 63, InsertStyleRequest.CODEC);
                if (value.ue.isPresent()) {
                    UeId.CODEC.encode(value.ue.get(), out);
                }
            }

            @Override
            public Inserts decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(2);
                Inserts item = new Inserts(
                        in.list("ric-InsertStyle-List", 1, 63, InsertStyleRequest.CODEC),
                        (preamble & 1) != 0 ? Optional.of(in.field("ueID", UeId.CODEC)) : Optional.empty());
                if ((preamble & 2) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public Inserts {
            styles = FixedList.copyOf(styles);
        }
    }

    /** E2SM-RC-ActionDefinition-Format4-Style-Item. */
    record InsertStyleRequest(long type, List<InsertRequest> indications) {
        static final Codec<InsertStyleRequest> CODEC = new OfStyle<>(
                "requested-Insert-Style-Type",
                "ric-InsertIndication-List",
                InsertRequest.CODEC,
                InsertStyleRequest::new,
                InsertStyleRequest::type,
                InsertStyleRequest::indications);

        public InsertStyleRequest {
            indications = FixedList.copyOf(indications);
        }
    }

    /** E2SM-RC-ActionDefinition-Format4-Indication-Item. */
    record InsertRequest(long indicationId, List<RequestedParameter> parameters) {
        static final Codec<InsertRequest> CODEC = new Codec<>() {
            @Override
            public void encode(InsertRequest value, BitWriter out) {
                out.bit(false);
                RanParameter.shortId(value.indicationId, out);
                out.list(value.parameters, 1, 65535, RequestedParameter.CODEC);
            }

            @Override
            public InsertRequest decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                InsertRequest item = new InsertRequest(
                        RanParameter.shortId("ric-InsertIndication-ID", in),
                        in.list("ranP-InsertIndication-List", 1, 65535, RequestedParameter.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public InsertRequest {
            parameters = FixedList.copyOf(parameters);
        }
    }

    /**
     * A parameter that a report or an insert indication shall carry.
     *
     * @param content what is wanted of a list or structure (an extension addition)
     */
    record RequestedParameter(long id, Optional<ParameterDefinition.Content> content) {
        static final Codec<RequestedParameter> CODEC = new RequestedParameterCodec();
    }
}

/** Both directions of {@link RcActionFormat}. */
final class RcActionFormatCodec implements Codec<RcActionFormat> {
    @Override
    public void encode(RcActionFormat value, BitWriter out) {
        switch (value) {
            case RcActionFormat.Report format -> {
                out.choice(0, 3, 4);
                RcActionFormat.Report.CODEC.encode(format, out);
            }
            case RcActionFormat.Policy format -> {
                out.choice(1, 3, 4);
                RcActionFormat.Policy.CODEC.encode(format, out);
            }
            case RcActionFormat.Insert format -> {
                out.choice(2, 3, 4);
                RcActionFormat.Insert.CODEC.encode(format, out);
            }
            case RcActionFormat.Inserts format -> {
                out.choice(3, 3, 4);
                out.alternative(format, RcActionFormat.Inserts.CODEC);
            }
        }
    }

    @Override
    public RcActionFormat decode(BitReader in) throws DecodeException {

        return switch (in.choice("ric-actionDefinition-formats", 3, 4)) {
            case 0 -> in.field("actionDefinition-Format1", RcActionFormat.Report.CODEC);
            case 1 -> in.field("actionDefinition-Format2", RcActionFormat.Policy.CODEC);
            case 2 -> in.field("actionDefinition-Format3", RcActionFormat.Insert.CODEC);
            case 3 -> in.alternative("actionDefinition-Format4", RcActionFormat.Inserts.CODEC);
            default -> throw in.malformed("ric-actionDefinition-formats", "an unknown format");
        };
    }
}

/** Both directions of {@link RcActionFormat.RequestedParameter}. */
final class RequestedParameterCodec implements Codec<RcActionFormat.RequestedParameter> {
    @Override
    public void encode(RcActionFormat.RequestedParameter value, BitWriter out) {
        out.bit(value.content().isPresent());
        RanParameter.id(value.id(), out);
        ParameterDefinition.definition(value.content(), out);
    }

    @Override
    public RcActionFormat.RequestedParameter decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        return new RcActionFormat.RequestedParameter(
                RanParameter.id("ranParameter-ID", in), ParameterDefinition.definition(extended, in));
    }
}
