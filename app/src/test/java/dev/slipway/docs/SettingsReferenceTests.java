package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * docs/operations/settings.md is what the settings' records say: names, types, defaults, and their Javadoc. After a wished-for
 * change: {@code mvn test -Dtest=SettingsReferenceTests -Dapprove=true}, and read the difference.
 */
class SettingsReferenceTests {

    private static final Path REFERENCE = Path.of("../docs/operations/settings.md");
    private static final Pattern READ_BY_NAME = Pattern.compile(
            "(?:OnBooleanProperty\\(\\s*(?:name = )?|getProperty\\(\\s*|OnProperty\\(\\s*(?:name = )?)\"(slipway\\.[a-z.-]+)\"");

    @Test
    void saysWhatTheRecordsSay() throws IOException {
        var reference = reference();
        if (Boolean.getBoolean("approve")) {
            Files.writeString(REFERENCE, reference);
        }
        assertThat(Files.readString(REFERENCE)).isEqualTo(reference);
    }

    @Test
    void leavesNothingOutThatIsReadByName() {
        var read = new TreeSet<String>();
        Sources.all()
                .forEach(source -> READ_BY_NAME.matcher(source).results().forEach(found -> read.add(found.group(1))));
        assertThat(read).contains("slipway.demo");
        assertThat(read).allSatisfy(name -> assertThat(reference()).contains("| `" + name + "` |"));
    }

    private static String reference() {
        return """
                # Settings

                Generated from the code by `SettingsReferenceTests`; do not edit. Each can stand in an `application.yml` beside the jar, in a file that
                `SPRING_CONFIG_ADDITIONAL_LOCATION` names, on the command line (`--slipway.shell.zone=UTC`) or in the environment
                (`SLIPWAY_SHELL_ZONE=UTC`, a list as `SLIPWAY_CLUSTER_CLUSTERS_0_NAME`). `[]` stands for the number of an entry of a list, from 0; `<key>`
                for a key of your own. Durations are written `90s`, `20m`, `4h`; sizes `200GB`. What has nothing under *default* has to be there.

                ## slipway

                | setting | type | default | is |
                | --- | --- | --- | --- |
                | `slipway.demo` | true or false | `false` | Invented people with known passwords, and teams for them, in a database of its own: for trying out, on this machine only. The profile `demo` sets it |
                """ + records().stream().map(SettingsTable::of).collect(Collectors.joining());
    }

    private static List<Class<?>> records() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.slipway").stream()
                        .filter(code -> code.isAnnotatedWith(ConfigurationProperties.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .sorted(Comparator.comparing(SettingsTable::prefix))
                        .toList();
    }
}
