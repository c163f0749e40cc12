package dev.slipway;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.slipway");

    @Test
    void entitiesAndRepositoriesStayInTheirRoom() {
        noClasses()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .or()
                .areAnnotatedWith("jakarta.persistence.Embeddable")
                .or()
                .areAssignableTo("org.springframework.data.repository.Repository")
                .should()
                .bePublic()
                .check(CODE);
    }

    @Test
    void whatARepositoryStoresItFlushes() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAssignableTo("org.springframework.data.repository.Repository")
                .should()
                .haveNameMatching("save|saveAll")
                .because("SQL of the same transaction reads what entities wrote")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage("dev.slipway..")
                .should()
                .beAssignableTo("org.springframework.data.repository.CrudRepository")
                .because("a repository offers what its room uses, and no save without a flush")
                .check(CODE);
    }

    @Test
    void entitiesAreChangedByWhatTheyDoNotBySetters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(CODE);
    }

    @Test
    void nobodyUsesTheFront() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.slipway.*.web..")
                .check(CODE);
    }

    @Test
    void controllersAreInTheFrontAndNotPublic() {
        classes()
                .that(are(annotatedAsController()))
                .and()
                .resideOutsideOfPackage("dev.slipway.shell..")
                .should()
                .resideInAPackage("dev.slipway.*.web..")
                .andShould()
                .notBePublic()
                .check(CODE);
    }

    @Test
    void onlyTheClusterRoomSpeaksToKubernetes() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.slipway.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.fabric8..")
                .check(CODE);
    }

    @Test
    void theLanguageOfBlueprintsKnowsNoFrameworkAndNoClock() {
        noClasses()
                .that()
                .resideInAPackage("dev.slipway.blueprint..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "java.net.http..", "jakarta..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .check(CODE);
    }

    @Test
    void settingsStayInTheirRoom() {
        classes()
                .that()
                .areAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties")
                .and()
                .resideInAPackage("dev.slipway.*")
                .should()
                .notBePublic()
                .check(CODE);
    }

    @Test
    void everyPackageIsNullMarked() {
        var packages = CODE.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        var marked = CODE.stream()
                .filter(code -> code.getSimpleName().equals("package-info"))
                .filter(code -> code.isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        assertThat(packages).allSatisfy(name -> assertThat(marked).contains(name));
    }

    @Test
    void migrationsLieInTheFolderOfARoom() throws IOException {
        var rooms = CODE.stream()
                .map(code -> code.getPackageName()
                        .replaceFirst("^dev\\.slipway\\.?", "")
                        .replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());
        assertThat(folders(Path.of("../db/migrations")))
                .allSatisfy(folder -> assertThat(rooms).contains(folder));
    }

    private static Set<String> folders(Path place) throws IOException {
        try (var entries = Files.list(place)) {
            return entries.map(entry -> {
                        assertThat(entry)
                                .as("nothing lies in db/migrations itself")
                                .isDirectory();
                        return entry.getFileName().toString();
                    })
                    .collect(Collectors.toSet());
        }
    }

    private static DescribedPredicate<JavaClass> annotatedAsController() {
        return DescribedPredicate.describe(
                "controllers",
                code -> !code.getModifiers().contains(JavaModifier.ABSTRACT)
                        && (code.isMetaAnnotatedWith("org.springframework.stereotype.Controller")
                                || code.isAnnotatedWith("org.springframework.stereotype.Controller")));
    }
}
