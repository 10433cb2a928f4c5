package io.twinslice.lab.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What one core can do at most: twelve chains of multiply-adds that do not wait for each other and never leave the
 * registers. Four cycles of latency on two units need eight; twelve still fit into 16 registers.
 */
final class FmaPeak {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;

    private FmaPeak() {}

    /** Floating-point operations of so many turns, a multiply-add being two. */
    static double operations(int turns) {
        return 2.0 * CHAINS * SPECIES.length() * turns;
    }

    /** Lanes of a register. */
    static int lanes() {
        return SPECIES.length();
    }

    /** Runs; the sum only keeps the work alive. */
    static float run(int turns) {
        FloatVector m = FloatVector.broadcast(SPECIES, 0.999f);
        FloatVector d = FloatVector.broadcast(SPECIES, 0.001f);
        FloatVector s0 = d;
        FloatVector s1 = d;
        FloatVector s2 = d;
        FloatVector s3 = d;
        FloatVector s4 = d;
        FloatVector s5 = d;
        FloatVector s6 = d;
        FloatVector s7 = d;
        FloatVector s8 = d;
        FloatVector s9 = d;
        FloatVector s10 = d;
        FloatVector s11 = d;
        for (int i = 0; i < turns; i++) {
            s0 = s0.fma(m, d);
            s1 = s1.fma(m, d);
            s2 = s2.fma(m, d);
            s3 = s3.fma(m, d);
            s4 = s4.fma(m, d);
            s5 = s5.fma(m, d);
            s6 = s6.fma(m, d);
            s7 = s7.fma(m, d);
            s8 = s8.fma(m, d);
            s9 = s9.fma(m, d);
            s10 = s10.fma(m, d);
            s11 = s11.fma(m, d);
        }
        FloatVector low = s0.add(s1).add(s2).add(s3).add(s4).add(s5);
        return low.add(s6).add(s7).add(s8).add(s9).add(s10).add(s11).lane(0);
    }
}
