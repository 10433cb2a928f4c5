package io.twinslice.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.bundle.SigningKey;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingIsCheckedByTheCompilerTest {
    @TempDir
    Path out;

    /** Without this one the others would prove nothing. */
    @Test
    void aPassedVerdictCanBeSealed() throws Exception {
        assertThat(errors("byte[] f(Verdict.Passed v) { return Sealer.seal(v, terms, key, key); }"))
                .isEmpty();
    }

    @Test
    void aFailedVerdictCannotBeSealed() throws Exception {
        assertThat(errors("byte[] f(Verdict.Failed v) { return Sealer.seal(v, terms, key, key); }"))
                .singleElement()
                .asString()
                .contains("incompatible types")
                .contains("Failed cannot be converted to io.twinslice.verification.Verdict.Passed");
    }

    @Test
    void anInconclusiveVerdictCannotBeSealed() throws Exception {
        assertThat(errors("byte[] f(Verdict.Inconclusive v) { return Sealer.seal(v, terms, key, key); }"))
                .singleElement()
                .asString()
                .contains("Inconclusive cannot be converted to io.twinslice.verification.Verdict.Passed");
    }

    @Test
    void anyVerdictAtAllCannotBeSealed() throws Exception {
        assertThat(errors("byte[] f(Verdict v) { return Sealer.seal(v, terms, key, key); }"))
                .singleElement()
                .asString()
                .contains("Verdict cannot be converted to io.twinslice.verification.Verdict.Passed");
    }

    @Test
    void nobodyElseMakesAPassedVerdict() throws Exception {
        assertThat(errors("Verdict.Passed f(PolicyCandidate c, Evidence e) { return new Verdict.Passed(c, e); }"))
                .singleElement()
                .asString()
                .contains("is not public in");
        assertThat(errors("class Mine extends Verdict.Passed {}"))
                .isNotEmpty()
                .anySatisfy(error -> assertThat(error).contains("cannot inherit from final"));
        assertThat(errors("class Mine implements Verdict { public Evidence evidence() { return null; } }"))
                .isNotEmpty()
                .anySatisfy(error -> assertThat(error).contains("sealed"));
    }

    private List<String> errors(String member) throws Exception {
        String source = """
            package elsewhere;
            import io.twinslice.bundle.*;
            import io.twinslice.verification.*;
            class Outsider {
                ReleaseTerms terms;
                SigningKey key;
                %s
            }
            """.formatted(member);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            var unit =
                    new SimpleJavaFileObject(
                            URI.create("string:///elsewhere/Outsider.java"), JavaFileObject.Kind.SOURCE) {
                        @Override
                        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                            return source;
                        }
                    };
            List<String> options = List.of("-proc:none", "-d", out.toString(), "-classpath", classPath());
            compiler.getTask(null, files, found, options, null, List.of(unit)).call();
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private static String classPath() {
        return Stream.of(Verdict.class, SigningKey.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
