package io.twinslice.env.grpc;

import io.twinslice.env.Scenarios;
import java.io.OutputStream;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A gym in a process of its own, for others to kill. Ends with its input. */
final class GymProcess {
    private GymProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (ExecutorService calls = Executors.newCachedThreadPool();
                ExecutorService steps = Executors.newSingleThreadExecutor();
                GymServer server = GymServer.start(
                        GymSettings.at(TestGym.HOST, 0),
                        Scenarios.all(),
                        new GymServer.Surroundings(calls, steps, 1, System::nanoTime, new SplittableRandom(1)))) {
            System.out.println("the gym listens on " + TestGym.HOST + ":" + server.port());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
