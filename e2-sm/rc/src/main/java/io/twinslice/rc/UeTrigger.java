package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;

/**
 * TriggerType-Choice: which change of a UE.
 *
 * <p>E2SM-RC clause 9.3.
 */
public sealed interface UeTrigger {
    Codec<UeTrigger> CODEC = new UeTriggerCodec();

    /** TriggerType-Choice-RRCstate. */
    record RrcStates(List<RrcStateChange> states) implements UeTrigger {
        static final Codec<RrcStates> CODEC =
                new ListInSequence<>("rrcState-List", 1, 8, RrcStateChange.CODEC).as(RrcStates::new, RrcStates::states);

        public RrcStates {
            states = FixedList.copyOf(states);
        }
    }

    /**
     * TriggerType-Choice-RRCstate-Item.
     *
     * @param or combines with the condition before: by "or" when true
     */
    record RrcStateChange(RrcState state, Optional<Boolean> or) {
        static final Codec<RrcStateChange> CODEC = new Codec<>() {
            @Override
            public void encode(RrcStateChange value, BitWriter out) {
                out.bit(false);
                out.bit(value.or.isPresent());
                RrcState.CODEC.encode(value.state, out);
                if (value.or.isPresent()) {
                    LogicalOr.encode(value.or.get(), out);
                }
            }

            @Override
            public RrcStateChange decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(2);
                RrcStateChange item = new RrcStateChange(
                        in.field("stateChangedTo", RrcState.CODEC),
                        (preamble & 1) != 0 ? Optional.of(LogicalOr.decode(in)) : Optional.empty());
                if ((preamble & 2) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** TriggerType-Choice-UEID. */
    record IdChange(long changeId) implements UeTrigger {
        static final Codec<IdChange> CODEC = new Codec<>() {
            @Override
            public void encode(IdChange value, BitWriter out) {
                out.bit(false);
                out.extensibleInteger(value.changeId, 1, 512);
            }

            @Override
            public IdChange decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                IdChange item = new IdChange(in.extensibleInteger("ueIDchange-ID", 1, 512));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** TriggerType-Choice-L2state. */
    record L2State(List<RanParameterTest> tests) implements UeTrigger {
        static final Codec<L2State> CODEC = new Codec<>() {
            @Override
            public void encode(L2State value, BitWriter out) {
                out.bit(false);
                RanParameterTest.LIST.encode(value.tests, out);
            }

            @Override
            public L2State decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                L2State item = new L2State(in.field("associatedL2variables", RanParameterTest.LIST));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public L2State {
            tests = FixedList.copyOf(tests);
        }
    }

    /** RRC-State. */
    enum RrcState {
        RRC_CONNECTED,
        RRC_INACTIVE,
        RRC_IDLE,
        ANY,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<RrcState> CODEC =
                new Codec.Enumerated<>("stateChangedTo", List.of(values()), 4, RrcState::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }
}

/** Both directions of {@link UeTrigger}. */
final class UeTriggerCodec implements Codec<UeTrigger> {
    @Override
    public void encode(UeTrigger value, BitWriter out) {
        switch (value) {
            case UeTrigger.RrcStates format -> {
                out.choice(0, 3);
                UeTrigger.RrcStates.CODEC.encode(format, out);
            }
            case UeTrigger.IdChange format -> {
                out.choice(1, 3);
                UeTrigger.IdChange.CODEC.encode(format, out);
            }
            case UeTrigger.L2State format -> {
                out.choice(2, 3);
                UeTrigger.L2State.CODEC.encode(format, out);
            }
        }
    }

    @Override
    public UeTrigger decode(BitReader in) throws DecodeException {

        return switch (in.choice("triggerType", 3)) {
            case 0 -> in.field("triggerType-Choice-RRCstate", UeTrigger.RrcStates.CODEC);
            case 1 -> in.field("triggerType-Choice-UEID", UeTrigger.IdChange.CODEC);
            case 2 -> in.field("triggerType-Choice-L2state", UeTrigger.L2State.CODEC);
            default -> throw in.malformed("triggerType", "an unknown format");
        };
    }
}
