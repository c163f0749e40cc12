package dev.slipway.commandline;

import dev.slipway.blueprint.Diagnostic;
import dev.slipway.blueprint.TestResult;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results of tests in the XML that every CI server reads: a suite for each blueprint, a case for each test. */
final class JunitXml {

    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(List<Tested> blueprints) {
        var text = new StringWriter();
        try {
            var writer = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new JunitXml(writer).write(blueprints);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text can always be written to memory", e);
        }
        return text + "\n";
    }

    private void write(List<Tested> blueprints) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        for (var blueprint : blueprints) {
            suite(blueprint);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(Tested blueprint) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        attribute("name", blueprint.folder());
        attribute("tests", String.valueOf(blueprint.results().size() + (blueprint.compiles() ? 0 : 1)));
        attribute("failures", String.valueOf(blueprint.failures()));
        attribute("errors", blueprint.compiles() ? "0" : "1");
        attribute("skipped", "0");
        attribute("time", seconds(blueprint.took()));
        if (!blueprint.compiles()) {
            uncompiled(blueprint);
        }
        for (var result : blueprint.results()) {
            test(blueprint, result);
        }
        xml.writeEndElement();
    }

    /** What does not compile cannot be tested, which is no success either. */
    private void uncompiled(Tested blueprint) throws XMLStreamException {
        var diagnostics = blueprint.checked().diagnostics();
        begin("compiles", blueprint.folder());
        problem(
                "error",
                diagnostics.stream()
                        .filter(Diagnostic::isError)
                        .findFirst()
                        .map(Diagnostic::toString)
                        .orElse(""),
                diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        xml.writeEndElement();
    }

    private void test(Tested blueprint, TestResult result) throws XMLStreamException {
        begin(result.name(), blueprint.folder() + "." + result.file().replaceAll("^tests/|\\.yaml$", ""));
        if (!result.passed()) {
            var where = "%s:%d".formatted(blueprint.checked().folder().path(result.file()), result.line());
            problem(
                    "failure",
                    result.explanation().lines().findFirst().orElse(""),
                    where + "\n" + result.explanation());
        }
        xml.writeEndElement();
    }

    private void begin(String name, String group) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        attribute("name", name);
        attribute("classname", group);
        attribute("time", "0");
    }

    private void problem(String kind, String message, String details) throws XMLStreamException {
        xml.writeStartElement(kind);
        attribute("message", message);
        attribute("type", kind);
        xml.writeCharacters(allowed(details));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, allowed(value));
    }

    /** XML has no way to write most control characters. */
    private static String allowed(String text) {
        return text.codePoints()
                .map(c ->
                        c == '\n' || c == '\t' || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF
                                ? c
                                : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }
}
