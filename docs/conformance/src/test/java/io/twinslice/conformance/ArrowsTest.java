package io.twinslice.conformance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The arrows of docs/architecture.md. A change that breaks one of these tests changes the architecture: change the page
 * and write a decision first.
 */
class ArrowsTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.twinslice");

    private static final String[] E2 = {
        "io.twinslice.aper..",
        "io.twinslice.e2sm..",
        "io.twinslice.e2ap..",
        "io.twinslice.kpm..",
        "io.twinslice.rc..",
        "io.twinslice.ccc..",
        "io.twinslice.slicing..",
        "io.twinslice.grammar.."
    };
    private static final String[] TWIN = {
        "io.twinslice.model..",
        "io.twinslice.ransim..",
        "io.twinslice.env..",
        "io.twinslice.sync..",
        "io.twinslice.ns3.."
    };
    private static final String[] LEARNING = {
        "io.twinslice.policy..",
        "io.twinslice.networks..",
        "io.twinslice.onnx..",
        "io.twinslice.bundle..",
        "io.twinslice.learners..",
        "io.twinslice.evaluation..",
        "io.twinslice.verification..",
        "io.twinslice.onspark.."
    };
    private static final String[] XAPPS = {
        "io.twinslice.rmr..", "io.twinslice.ric..", "io.twinslice.slicecontrol..", "io.twinslice.xapp.."
    };
    private static final String[] RAPPS = {
        "io.twinslice.a1..", "io.twinslice.trainer..", "io.twinslice.promoter..", "io.twinslice.keeper.."
    };
    private static final String[] LAB = {"io.twinslice.lab.."};

    @Test
    void theClassesOfEveryRoomWereRead() {
        Map<String, Long> byRoom = new TreeMap<>();
        PRODUCT.forEach(c -> byRoom.merge(c.getPackageName().split("\\.", -1)[2], 1L, Long::sum));
        assertThat(byRoom)
                .containsKeys(
                        "aper",
                        "e2ap",
                        "kpm",
                        "rc",
                        "model",
                        "ransim",
                        "env",
                        "sync",
                        "ns3",
                        "policy",
                        "networks",
                        "onnx",
                        "bundle",
                        "learners",
                        "evaluation",
                        "verification",
                        "onspark",
                        "rmr",
                        "ric",
                        "slicecontrol",
                        "xapp",
                        "a1",
                        "trainer",
                        "promoter",
                        "keeper",
                        "lab");
    }

    @Test
    void theE2CodecKnowsNothingElse() {
        noClasses()
                .that(resideInAnyPackage(E2))
                .should()
                .dependOnClassesThat(resideInAnyPackage(concat(TWIN, LEARNING, XAPPS, RAPPS, LAB)))
                .check(PRODUCT);
    }

    /** The productions as data are for tools and tests; what is deployed has the codecs. */
    @Test
    void nothingDeployedReadsMessagesByTheGrammar() {
        noClasses()
                .that(resideInAnyPackage(concat(E2, XAPPS, RAPPS)))
                .and()
                .resideOutsideOfPackage("io.twinslice.grammar..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.twinslice.grammar.."))
                .check(PRODUCT);
    }

    @Test
    void theTwinAndLearningKnowNoAsn1AndNoRadioInterface() {
        noClasses()
                .that(resideInAnyPackage(concat(TWIN, LEARNING)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(concat(E2, XAPPS, RAPPS, LAB)))
                .check(PRODUCT);
    }

    @Test
    void theTwinKnowsNoLearning() {
        noClasses()
                .that(resideInAnyPackage(TWIN))
                .should()
                .dependOnClassesThat(resideInAnyPackage(LEARNING))
                .check(PRODUCT);
    }

    @Test
    void noLearnerSimulatorOrVerifierIsOnTheXappsClassPath() {
        noClasses()
                .that(resideInAnyPackage(XAPPS))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.twinslice.onnx..",
                        "io.twinslice.learners..",
                        "io.twinslice.evaluation..",
                        "io.twinslice.verification..",
                        "io.twinslice.ransim..",
                        "io.twinslice.env..",
                        "io.twinslice.sync.."))
                .check(PRODUCT);
    }

    @Test
    void xappsAndRappsMeetOnlyInA1AndTheBundle() {
        noClasses()
                .that(resideInAnyPackage(XAPPS))
                .should()
                .dependOnClassesThat(resideInAnyPackage(RAPPS))
                .check(PRODUCT);
        noClasses()
                .that(resideInAnyPackage(RAPPS))
                .should()
                .dependOnClassesThat(resideInAnyPackage(concat(XAPPS, E2)))
                .check(PRODUCT);
    }

    @Test
    void onlyTheGymAndTheBridgeToNs3SpeakGrpc() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.twinslice.env.grpc..", "io.twinslice.ns3..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.grpc..", "com.google.protobuf.."))
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackages("io.twinslice.env.grpc..", "io.twinslice.lab.gym..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.twinslice.env.grpc.."))
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackages("io.twinslice.ns3..", "io.twinslice.lab..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.twinslice.ns3.."))
                .check(PRODUCT);
    }

    @Test
    void nobodyDependsOnSparkAndItsModuleNeedsOnlyTheLearners() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.twinslice.onspark..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.twinslice.onspark..", "org.apache.spark..", "scala.."))
                .check(PRODUCT);
        noClasses()
                .that(resideInAnyPackage("io.twinslice.onspark.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(concat(E2, XAPPS, RAPPS, LAB)))
                .check(PRODUCT);
    }

    @Test
    void nothingDeployedDependsOnTheLab() {
        noClasses()
                .that(resideInAnyPackage(concat(E2, TWIN, LEARNING, XAPPS, RAPPS)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(LAB))
                .check(PRODUCT);
    }

    @Test
    void onlyTheVerifierMakesAPassedVerdictAndOnlyTheOpenerASignedPolicy() {
        onlyIn("io.twinslice.verification", "io.twinslice.verification.Verdict$Passed");
        onlyIn("io.twinslice.bundle", "io.twinslice.bundle.SignedPolicy");
    }

    @Test
    void onlyTheSealerWritesBundles() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.twinslice.bundle", "io.twinslice.verification")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "write a bundle",
                        call -> call.getTargetOwner().getName().equals("io.twinslice.bundle.BundleWriter")))
                .check(PRODUCT);
    }

    private static void onlyIn(String room, String made) {
        noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "make a " + made,
                        call -> call.getTargetOwner().getName().equals(made)))
                .check(PRODUCT);
    }

    @Test
    void onlyCompositionRootsReadTheClockTheEnvironmentAndChance() {
        var roots = new String[] {"io.twinslice.lab", "io.twinslice.lab.run..", "io.twinslice.xapp.."};
        for (String[] call : new String[][] {
            {"java.lang.System", "nanoTime"},
            {"java.lang.System", "currentTimeMillis"},
            {"java.lang.System", "getenv"},
            {"java.time.Instant", "now"},
            {"java.time.InstantSource", "system"},
            {"java.time.Clock", "systemUTC"},
            {"java.security.SecureRandom", "<init>"},
            {"java.lang.Math", "random"},
            {"java.lang.Thread", "sleep"},
        }) {
            ArchRuleDefinition.noClasses()
                    .that()
                    .resideOutsideOfPackages(roots)
                    .should()
                    .callCodeUnitWhere(DescribedPredicate.describe(
                            "call " + call[0] + "." + call[1],
                            c -> c.getTargetOwner().getName().equals(call[0])
                                    && c.getName().equals(call[1])))
                    .check(PRODUCT);
        }
        noClasses()
                .that()
                .resideOutsideOfPackages(roots)
                .should()
                .dependOnClassesThat(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo(java.util.Random.class))
                .check(PRODUCT);
    }

    private static String[] concat(String[]... parts) {
        return java.util.Arrays.stream(parts).flatMap(java.util.Arrays::stream).toArray(String[]::new);
    }
}
