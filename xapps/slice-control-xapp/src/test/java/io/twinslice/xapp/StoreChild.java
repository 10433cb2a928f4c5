package io.twinslice.xapp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts two policies in turn into a store, for ever. */
final class StoreChild {
    private StoreChild() {}

    /** @param args store, then digest and bundle file of each of the two */
    public static void main(String[] args) throws IOException {
        PolicyStore store = new PolicyStore(Path.of(args[0]));
        PolicyStore.Active a = new PolicyStore.Active("cell", "{}", args[1], 1);
        PolicyStore.Active b = new PolicyStore.Active("cell", "{}", args[3], 1);
        byte[] bundleA = Files.readAllBytes(Path.of(args[2]));
        byte[] bundleB = Files.readAllBytes(Path.of(args[4]));
        System.out.println("ready");
        while (true) {
            store.stage(a, bundleA);
            store.settle();
            store.stage(b, bundleB);
            store.settle();
        }
    }
}
