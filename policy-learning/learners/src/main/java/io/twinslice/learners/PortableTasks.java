package io.twinslice.learners;

import io.twinslice.env.NamedScenario;
import io.twinslice.networks.Mlp;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.regex.Pattern;

/** Portable tasks as octets: how they leave one process and are performed in another. */
public final class PortableTasks {
    private static final Pattern KIND = Pattern.compile("[a-z-]{1,32}");

    private PortableTasks() {}

    /**
     * One training rollout of a network, to measure pools by.
     *
     * @param plan its episode length and shield are those of the rollout
     * @param network of the plan's layer sizes
     */
    public static PortableTask<?> rollout(ErlPlan plan, NamedScenario scenario, Mlp network, long seed) {
        return new RolloutTask(plan, scenario, seed, new Player.Network(network.layerSizes(), network.parameters()));
    }

    /** The task as octets for {@link #perform}: the length of the kind's name, the name, the request. */
    public static byte[] octets(PortableTask<?> task) {
        if (!KIND.matcher(task.kind()).matches()) {
            throw new IllegalArgumentException("a kind of tasks has 1..32 of a-z and \"-\", not " + task.kind());
        }
        byte[] kind = task.kind().getBytes(StandardCharsets.US_ASCII);
        byte[] request = task.request();
        byte[] all = new byte[1 + kind.length + request.length];
        all[0] = (byte) kind.length;
        System.arraycopy(kind, 0, all, 1, kind.length);
        System.arraycopy(request, 0, all, 1 + kind.length, request.length);
        return all;
    }

    /**
     * Does what the octets ask for.
     *
     * @param loader finds the kinds
     * @return what {@link PortableTask#read} takes
     * @throws IllegalArgumentException when the octets are no task, or of a kind that is not there
     */
    public static byte[] perform(byte[] octets, ClassLoader loader) {
        if (octets.length < 1 || octets[0] < 1 || octets[0] > octets.length - 1) {
            throw new IllegalArgumentException(octets.length + " octets are no task");
        }
        int end = 1 + octets[0];
        String name = new String(octets, 1, octets[0], StandardCharsets.US_ASCII);
        for (PortableTask.Kind kind : ServiceLoader.load(PortableTask.Kind.class, loader)) {
            if (kind.name().equals(name)) {
                return kind.perform(Arrays.copyOfRange(octets, end, octets.length));
            }
        }
        throw new IllegalArgumentException("nothing here performs tasks of the kind \""
                + (KIND.matcher(name).matches() ? name : "?") + "\"");
    }
}
