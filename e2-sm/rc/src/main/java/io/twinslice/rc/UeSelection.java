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
 * EventTrigger-UE-Info-Item: a UE or a group of UEs that an event concerns.
 *
 * <p>E2SM-RC clause 9.3.
 *
 * @param or combines with the condition before: by "or" when true
 */
public record UeSelection(long id, Target target, Optional<Boolean> or) {
    static final Codec<UeSelection> CODEC = new UeSelectionCodec();

    /** The list inside its SEQUENCE. */
    static final Codec<List<UeSelection>> LIST = new ListInSequence<>("ueInfo-List", 1, 65535, CODEC);

    /**
     * The UE itself, or whoever passes the tests.
     *
     * @param ue absent for a group
     * @param tests at least one for a group
     */
    public record Target(Optional<UeId> ue, List<RanParameterTest> tests) {
        static final Codec<Target> CODEC = new Codec<>() {
            @Override
            public void encode(Target value, BitWriter out) {
                out.choice(value.ue.isPresent() ? 0 : 1, 2);
                out.bit(false);
                if (value.ue.isPresent()) {
                    out.bit(!value.tests.isEmpty());
                    UeId.CODEC.encode(value.ue.get(), out);
                }
                if (value.ue.isEmpty() || !value.tests.isEmpty()) {
                    RanParameterTest.LIST.encode(value.tests, out);
                }
            }

            @Override
            public Target decode(BitReader in) throws DecodeException {
                int choice = in.choice("ueType", 2);
                if (choice > 1) {
                    throw in.malformed("ueType", "neither individual nor group");
                }
                boolean extended = in.extensionBit();
                boolean tested = choice == 1 || in.bool("presence");
                Target target = new Target(
                        choice == 0 ? Optional.of(in.field("ueID", UeId.CODEC)) : Optional.empty(),
                        tested ? in.field("ranParameterTesting", RanParameterTest.LIST) : List.of());
                if (extended) {
                    in.skipAdditions();
                }
                return target;
            }
        };

        public Target {
            tests = FixedList.copyOf(tests);
        }
    }
}

/** Both directions of {@link UeSelection}. */
final class UeSelectionCodec implements Codec<UeSelection> {
    @Override
    public void encode(UeSelection value, BitWriter out) {
        out.bit(false);
        out.bit(value.or().isPresent());
        RanParameter.shortId(value.id(), out);
        UeSelection.Target.CODEC.encode(value.target(), out);
        if (value.or().isPresent()) {
            LogicalOr.encode(value.or().get(), out);
        }
    }

    @Override
    public UeSelection decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(2);
        UeSelection item = new UeSelection(
                RanParameter.shortId("eventTriggerUEID", in),
                in.field("ueType", UeSelection.Target.CODEC),
                (preamble & 1) != 0 ? Optional.of(LogicalOr.decode(in)) : Optional.empty());
        if ((preamble & 2) != 0) {
            in.skipAdditions();
        }
        return item;
    }
}
