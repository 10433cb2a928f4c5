package io.twinslice.learners;

/** Plays training rollouts for another process. */
public final class RolloutKind implements PortableTask.Kind {
    /** For {@link java.util.ServiceLoader}. */
    public RolloutKind() {}

    @Override
    public String name() {
        return RolloutTask.KIND;
    }

    @Override
    public byte[] perform(byte[] request) {
        return RolloutCodec.answer(RolloutCodec.task(request).get());
    }
}
