package io.twinslice.lab;

/** A job cannot go on, in words for the person at the terminal. */
public final class JobFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Complaint complaint;

    public JobFailure(Complaint complaint) {
        super(complaint.what());
        this.complaint = complaint;
    }

    public JobFailure(Complaint complaint, Throwable cause) {
        super(complaint.what(), cause);
        this.complaint = complaint;
    }

    public Complaint complaint() {
        return complaint;
    }
}
