package io.twinslice.lab.train;

import io.twinslice.lab.Complaint;
import io.twinslice.lab.JobFailure;
import io.twinslice.learners.ClusterPool;
import java.io.IOException;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;

/** Finds the cluster behind an address. */
final class Pools {
    static final String LOCAL = "local";

    private Pools() {}

    /** @param local runs what cannot travel */
    static ClusterPool open(String address, Executor local) throws JobFailure {
        for (ClusterPool.Provider provider : ServiceLoader.load(ClusterPool.Provider.class)) {
            if (provider.serves(address)) {
                try {
                    return provider.open(address, local);
                } catch (IOException e) {
                    throw new JobFailure(
                            Complaint.unavailable(
                                    String.valueOf(e.getMessage()), address, "see docs/scale.md, or use --pool local"),
                            e);
                }
            }
        }
        if (address.startsWith("spark://") || address.startsWith("local")) {
            throw new JobFailure(Complaint.unavailable(
                    "rollouts on Spark need the module on-spark, which is not built or older than Twinslice",
                    address,
                    "build it in the repository by: mvn -B -Dgates=off -Dmaven.test.skip=true -Pspark -pl"
                            + " policy-learning/on-spark -am package"));
        }
        throw new JobFailure(
                Complaint.usage("no pool is known for this address", address, "use local or spark://host:port"));
    }
}
