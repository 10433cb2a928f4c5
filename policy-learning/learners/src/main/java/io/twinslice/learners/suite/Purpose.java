package io.twinslice.learners.suite;

/** What a random number is for; the number of the purpose is part of its seed and never changes. */
enum Purpose {
    CANDIDATES(101),
    PROBE(102),
    NETWORK(103),
    GATHER(104),
    FIT(105),
    BREED(106),
    CONTROL(107);

    private final long number;

    Purpose(long number) {
        this.number = number;
    }

    long number() {
        return number;
    }
}
