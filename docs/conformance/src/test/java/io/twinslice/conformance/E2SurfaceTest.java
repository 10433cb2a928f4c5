package io.twinslice.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user of the E2 codecs has to look at is the smaller part of them. */
class E2SurfaceTest {
    @ParameterizedTest
    @ValueSource(strings = {"aper", "e2sm", "e2ap", "kpm", "rc", "ccc", "slicing", "grammar"})
    void lessThanHalfOfAPackagesTypesArePublic(String name) {
        List<JavaClass> types = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.twinslice." + name).stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .toList();
        List<String> open = types.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(types).isNotEmpty();
        assertThat(open.size() * 2)
                .as("public are %s, out of %d types", open, types.size())
                .isLessThan(types.size());
    }
}
