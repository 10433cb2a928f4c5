package io.twinslice.verification;

/** Hears how far a verification is; called on the thread that verifies. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress SILENT = (family, played, planned) -> {};

    /** So many of the planned episodes of this family have been played. */
    void played(String family, int played, int planned);
}
