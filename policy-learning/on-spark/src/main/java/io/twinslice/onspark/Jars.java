package io.twinslice.onspark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What executors need of this process: every entry of its class path with classes of Twinslice. Folders of classes are
 * packed into jars in a temporary folder.
 *
 * @param paths jars
 * @param temporary folder of those that were packed
 */
record Jars(List<Path> paths, Path temporary) {
    private static final String OURS = "io/twinslice/";

    Jars {
        paths = List.copyOf(paths);
    }

    static Jars ofThisProcess() throws IOException {
        return of(System.getProperty("java.class.path", ""));
    }

    /** @param classPath as {@code java} takes it */
    static Jars of(String classPath) throws IOException {
        Path temporary = Files.createTempDirectory("twinslice-spark");
        List<Path> paths = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (!entry.isEmpty() && Files.isDirectory(path.resolve(OURS))) {
                Path jar = temporary.resolve("classes-" + paths.size() + ".jar");
                pack(path, jar);
                paths.add(jar);
            } else if (entry.endsWith(".jar") && Files.isRegularFile(path) && holdsOurs(path)) {
                paths.add(path.toAbsolutePath());
            }
        }
        return new Jars(paths, temporary);
    }

    private static boolean holdsOurs(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry(OURS) != null
                    || file.stream().anyMatch(entry -> entry.getName().startsWith(OURS));
        }
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    /** Removes what was packed. */
    void delete() {
        try (Stream<Path> inside = Files.walk(temporary)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
