package io.twinslice.evaluation.offpolicy;

/** How a value is told from a log. Of a log of single decisions the sequential forms are those of bandits. */
public enum Estimator {
    /** Self-normalised importance sampling of whole episodes. */
    SNIPS("SNIPS"),
    /** Per-decision importance sampling: unbiased, large variance. */
    PDIS("PDIS"),
    /** Per-decision importance sampling, self-normalised at each decision. */
    WPDIS("WPDIS"),
    /** Doubly robust: a fitted Q corrected by PDIS. */
    DOUBLY_ROBUST("DR"),
    /** Doubly robust with self-normalised weights. */
    WEIGHTED_DOUBLY_ROBUST("WDR"),
    /** Fitted Q evaluation alone: no weights, as good as its model. */
    FITTED_Q("FQE");

    private final String shortName;

    Estimator(String shortName) {
        this.shortName = shortName;
    }

    /** As it is called in tables. */
    public String shortName() {
        return shortName;
    }
}
