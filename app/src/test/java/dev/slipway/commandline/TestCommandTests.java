package dev.slipway.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class TestCommandTests {

    private static final String TESTS = """
            name: one page
            parameters: {greeting: hi}
            expect: [{resource: page, assert: "${resource.data.text == 'hi'}"}]
            ---
            name: a <page> & more
            parameters: {greeting: "hi"}
            expect: [{resource: page, assert: "${resource.data.text == 'ho' || size(resource.data.text) > 9}"}]
            """;

    @TempDir
    private Path root = Path.of("");

    @Test
    void testsThatPassAreFine() {
        var folder = folder(TESTS.split("---")[0]);

        assertThat(Run.of("blueprint", "test", folder)).isEqualTo(new Run(0, """
                %s
                  ok    one page
                1 test, 0 failed.
                """.formatted(folder), ""));
    }

    @Test
    void aTestThatFailsExplainsItself() {
        var folder = folder(TESTS);
        var run = Run.of("blueprint", "test", folder);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("""
                %1$s
                  ok    one page
                  FAIL  a <page> & more (%1$s/tests/all.yaml:5)
                        resource.data.text == 'ho' || size(resource.data.text) > 9 is false
                          resource.data.text == "ho" = false
                          size(resource.data.text) > 9 = false
                          size(resource.data.text) = 2
                          resource.data.text = "hi"
                          rendered page 0:
                            apiVersion: v1
                            kind: ConfigMap
                            metadata:
                              name: sample-0
                              namespace: claims-dev
                              labels:
                                app.kubernetes.io/instance: sample
                                app.kubernetes.io/managed-by: slipway
                                slipway.dev/environment: dev
                                slipway.dev/instance: 00000000-0000-4000-8000-000000000001
                                slipway.dev/resource: page
                                slipway.dev/team: claims
                            data:
                              text: hi
                              kind: dev
                2 tests, 1 failed.
                """.formatted(folder));
    }

    @Test
    void junitXmlIsWhatItsSchemaAsksFor() throws IOException, SAXException {
        var broken = Folders.write(root, "broken", Folders.RIGHT.replace("kind: ConfigMap", "kind: Secret"));
        var run = Run.of("blueprint", "test", "--format", "junit", folder(TESTS), broken.toString());

        assertThat(run.exit()).isEqualTo(1);
        validate(run.out());
        var xml = Jsoup.parse(run.out(), Parser.xmlParser());
        assertThat(xml.select("testsuite").eachAttr("tests")).containsExactly("2", "1");
        assertThat(xml.select("testsuite").eachAttr("failures")).containsExactly("1", "0");
        assertThat(xml.select("testsuite").eachAttr("errors")).containsExactly("0", "1");
        assertThat(xml.select("testcase:has(failure)").eachAttr("name")).containsExactly("a <page> & more");
        assertThat(xml.select("error").text()).contains("SW-R003");
    }

    @Test
    void theSchemaOfJunitXmlWouldSayOtherwise() {
        var xml =
                Run.of("blueprint", "test", "--format", "junit", folder(TESTS)).out();

        assertThatThrownBy(() -> validate(xml.replace("testcase", "case"))).isInstanceOf(SAXException.class);
    }

    @Test
    void charactersThatXmlDoesNotKnowDoNotBreakIt() throws IOException, SAXException {
        var folder = folder("name: \"bell \\a\"\nparameters: {greeting: hi}\nexpect: [{state: Ready}]\n");

        validate(Run.of("blueprint", "test", "--format", "junit", folder).out());
    }

    @Test
    void jsonSaysWhy() {
        var json =
                Run.of("blueprint", "test", "--format", "json", folder(TESTS)).out();

        assertThat(json).contains("\"passed\" : false", "size(resource.data.text) = 2");
    }

    private static void validate(String xml) throws IOException, SAXException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(TestCommandTests.class.getResource("/commandline/junit.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    private String folder(String tests) {
        return Folders.write(root, "hello", Folders.RIGHT, tests).toString();
    }
}
