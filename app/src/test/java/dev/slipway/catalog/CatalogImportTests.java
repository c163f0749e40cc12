package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.catalog.CatalogImport.Imported;
import dev.slipway.catalog.CatalogImport.Known;
import dev.slipway.catalog.CatalogImport.Refused;
import dev.slipway.testing.SlipwayTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@SlipwayTest
@ActiveProfiles("demo")
class CatalogImportTests {

    @Autowired
    CatalogImport importing;

    @Autowired
    Catalog catalog;

    @Autowired
    CatalogFolders folders;

    @Autowired
    JdbcClient database;

    @Test
    void everyFolderIsInTheCatalog() {
        assertThat(folders.read())
                .isNotEmpty()
                .allSatisfy((name, files) -> assertThat(catalog.versions(name)).anySatisfy(version -> {
                    assertThat(version.status()).isEqualTo(BlueprintVersion.Status.CERTIFIED);
                    assertThat(version.contentHash()).isEqualTo(ContentHash.of(files));
                }));
    }

    @Test
    void importingAgainChangesNothing() {
        folders.read()
                .forEach((name, files) ->
                        assertThat(importing.bring(name, files)).isInstanceOf(Known.class));
    }

    @Test
    void aPublishedVersionNeverChanges() {
        var before = catalog.latest("inference-endpoint").orElseThrow();
        var changed = with(before.files(), "README.md", "# Something else");

        assertThat(importing.bring("inference-endpoint", changed)).isInstanceOf(Refused.class);
        assertThat(catalog.latest("inference-endpoint").orElseThrow().contentHash())
                .isEqualTo(before.contentHash());
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        database.sql("update catalog.version set files = '{}'").update())
                .rootCause()
                .message()
                .contains("permission denied");
    }

    @Test
    void aNewVersionStandsBesideTheOld() {
        var before = catalog.latest("inference-endpoint").orElseThrow();
        var text = before.files().blueprint().replace("version: " + before.version(), "version: 9000.0.0");

        assertThat(importing.bring("inference-endpoint", with(before.files(), "blueprint.yaml", text)))
                .isInstanceOf(Imported.class);
        assertThat(catalog.latest("inference-endpoint").orElseThrow().version()).isEqualTo("9000.0.0");
        assertThat(catalog.version("inference-endpoint", before.version()).contentHash())
                .isEqualTo(before.contentHash());
    }

    @Test
    void whatDoesNotCompileIsRefused() {
        assertThat(importing.bring("broken", BlueprintFiles.of("kind: Nothing")))
                .isInstanceOf(Refused.class);
        assertThat(catalog.latest("broken")).isEmpty();
    }

    private static BlueprintFiles with(BlueprintFiles files, String path, String text) {
        var byPath = new java.util.TreeMap<>(files.byPath());
        byPath.put(path, text);
        return new BlueprintFiles((Map<String, String>) byPath);
    }
}
