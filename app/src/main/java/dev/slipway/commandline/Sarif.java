package dev.slipway.commandline;

import dev.slipway.blueprint.Diagnostic;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Diagnostics as SARIF 2.1.0, which forges show beside the lines of a change. */
final class Sarif {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final List<String> rules;

    private Sarif(List<Checked> blueprints) {
        var codes = new TreeSet<String>();
        blueprints.forEach(blueprint -> blueprint.diagnostics().forEach(diagnostic -> codes.add(diagnostic.code())));
        rules = List.copyOf(codes);
    }

    static String of(List<Checked> blueprints) {
        return Json.of(new Sarif(blueprints).log(blueprints));
    }

    private Map<String, Object> log(List<Checked> blueprints) {
        var results = new ArrayList<Map<String, Object>>();
        blueprints.forEach(blueprint ->
                blueprint.diagnostics().forEach(diagnostic -> results.add(result(blueprint.folder(), diagnostic))));
        var run = ordered(
                "tool",
                Map.of(
                        "driver",
                        ordered(
                                "name",
                                "Slipway",
                                "rules",
                                rules.stream().map(rule -> Map.of("id", rule)).toList())),
                "columnKind",
                "unicodeCodePoints",
                "results",
                results);
        return ordered("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run));
    }

    private Map<String, Object> result(BlueprintFolder folder, Diagnostic diagnostic) {
        var fix = diagnostic.fix().map(" Write: "::concat).orElse("");
        var location = new LinkedHashMap<String, Object>();
        location.put(
                "physicalLocation",
                ordered(
                        "artifactLocation",
                        Map.of("uri", uri(folder.path(diagnostic.file()))),
                        "region",
                        ordered("startLine", diagnostic.line(), "startColumn", diagnostic.column())));
        if (!diagnostic.path().isEmpty()) {
            location.put("logicalLocations", List.of(Map.of("fullyQualifiedName", diagnostic.path())));
        }
        return ordered(
                "ruleId",
                diagnostic.code(),
                "ruleIndex",
                rules.indexOf(diagnostic.code()),
                "level",
                diagnostic.isError() ? "error" : "warning",
                "message",
                Map.of("text", diagnostic.message() + fix),
                "locations",
                List.of(location));
    }

    /** Characters that may not stand in a URI as they are. */
    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new UnusableFileException("%s cannot be named in a report.".formatted(path), e);
        }
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }
}
