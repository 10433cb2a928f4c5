package io.twinslice.kpm;

/** The fields of MeasurementLabel in wire order; the last three are extension additions of v02.03. */
public enum LabelField {
    NO_LABEL("noLabel", Kind.FLAG),
    PLMN_ID("plmnID", Kind.IDENTITY),
    SLICE_ID("sliceID", Kind.IDENTITY),
    FIVE_QI("fiveQI", 0, 255),
    QFI("qFI", 0, 63),
    QCI("qCI", Kind.OCTET),
    QCI_MAX("qCImax", Kind.OCTET),
    QCI_MIN("qCImin", Kind.OCTET),
    ARP_MAX("aRPmax", 1, 15),
    ARP_MIN("aRPmin", 1, 15),
    BITRATE_RANGE("bitrateRange", 1, 65535),
    LAYER_MU_MIMO("layerMU-MIMO", 1, 65535),
    SUM("sUM", Kind.FLAG),
    DIST_BIN_X("distBinX", 1, 65535),
    DIST_BIN_Y("distBinY", 1, 65535),
    DIST_BIN_Z("distBinZ", 1, 65535),
    PRE_LABEL_OVERRIDE("preLabelOverride", Kind.FLAG),
    /** 0 for start, 1 for end. */
    START_END_IND("startEndInd", Kind.BOUNDARY),
    MIN("min", Kind.FLAG),
    MAX("max", Kind.FLAG),
    AVG("avg", Kind.FLAG),
    SSB_INDEX("ssbIndex", 1, 65535),
    NON_GOB_BF_MODE_INDEX("nonGoB-BFmode-Index", 1, 65535),
    MIMO_MODE_INDEX("mIMO-mode-Index", 1, 2);

    enum Kind {
        FLAG,
        IDENTITY,
        OCTET,
        BOUNDARY,
        NUMBER
    }

    final String wireName;
    final Kind kind;
    final int lower;
    final int upper;

    LabelField(String wireName, Kind kind) {
        this.wireName = wireName;
        this.kind = kind;
        lower = 0;
        upper = kind == Kind.OCTET ? 255 : 1;
    }

    LabelField(String wireName, int lower, int upper) {
        this.wireName = wireName;
        kind = Kind.NUMBER;
        this.lower = lower;
        this.upper = upper;
    }

    /** Place in the label: root fields 0 to 20, extension additions from 21 on. */
    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
