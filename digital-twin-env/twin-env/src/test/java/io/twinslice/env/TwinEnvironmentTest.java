package io.twinslice.env;

/** The fast twin keeps the contract. */
class TwinEnvironmentTest extends EnvironmentContract {
    private static final int WINDOWS = 20;

    @Override
    protected Environment environment() {
        return Scenarios.byName(Scenarios.DEFAULT).withWindows(WINDOWS).environment();
    }

    @Override
    protected int windows() {
        return WINDOWS;
    }
}
