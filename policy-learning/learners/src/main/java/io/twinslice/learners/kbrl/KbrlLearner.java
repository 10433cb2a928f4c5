package io.twinslice.learners.kbrl;

import io.twinslice.learners.SplitMix;
import java.util.Arrays;

/** Who decides. All but the oracle see the states and the promises kept or broken, and nothing else. */
public enum KbrlLearner {
    /** Twinslice's own: lends PRBs by need. */
    LENDING("lending", "learns from the first stage on") {
        @Override
        Controller controller(SlicedCell cell, SplitMix random) {
            return new Lending(cell.scenario());
        }
    },
    /** KBRL with the accuracy 0.97. */
    KBRL_97("kbrl-0.97", "the learner of the paper, accuracy 0.97") {
        @Override
        Controller controller(SlicedCell cell, SplitMix random) {
            return new Kbrl(cell.scenario(), 0.97, 0.98, random);
        }
    },
    /** KBRL with the accuracy 0.99. */
    KBRL_99("kbrl-0.99", "the learner of the paper, accuracy 0.99") {
        @Override
        Controller controller(SlicedCell cell, SplitMix random) {
            return new Kbrl(cell.scenario(), 0.99, 0.9945, random);
        }
    },
    /** A fixed split: 8 PRBs for each mMTC slice, the rest in equal parts. */
    STATIC("static", "8 PRBs for each mMTC slice, the rest in equal parts; learns nothing") {
        @Override
        Controller controller(SlicedCell cell, SplitMix random) {
            return Static.whole(cell.scenario());
        }
    },
    /** Knows what will come. */
    ORACLE("oracle", "tries every allocation on a copy of the future; no learner") {
        @Override
        Controller controller(SlicedCell cell, SplitMix random) {
            return new Oracle(cell);
        }
    };

    private final String label;
    private final String about;

    KbrlLearner(String label, String about) {
        this.label = label;
        this.about = about;
    }

    /** Its name, small letters. */
    public String label() {
        return label;
    }

    /** What it does, in a few words. */
    public String about() {
        return about;
    }

    abstract Controller controller(SlicedCell cell, SplitMix random);

    /** The names of all. */
    public static String labels() {
        return String.join(", ", Arrays.stream(values()).map(KbrlLearner::label).toList());
    }
}
