package io.twinslice.a1;

/** How the near-RT RIC at the other end speaks A1-P. It is configured: an empty list of types tells nothing. */
public enum A1Dialect {
    /** The A1 mediator of the O-RAN SC near-RT RIC: integer types, 202 for each write, 503 for what is unknown. */
    MEDIATOR("/A1-P/v2"),
    /** The older O-RAN SC dialect, OSC_2.1.0: integer types, 404 for what is unknown. */
    OSC("/a1-p"),
    /** The A1AP standard, STD_2.0.0: types have names and are not created over A1. */
    STD("/A1-P/v2");

    private final String basePath;

    A1Dialect(String basePath) {
        this.basePath = basePath;
    }

    /** Where the resources usually hang below the root. */
    public String basePath() {
        return basePath;
    }
}
