package dev.slipway.blueprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Small blueprints for tests of the language: what is always there, and the parts that a test is about. Their objects are
 * not compared with the schemas of Kubernetes, so that a ConfigMap can show values of any type.
 */
final class Sketch {

    static final Facts FACTS = SampleFacts.facts();

    private static final String HEAD = """
            apiVersion: slipway.dev/v1
            kind: Blueprint
            metadata: {name: sketch}
            spec:
              version: 1.0.0
              title: Sketch
              summary: For tests
              owner: ai-platform
            """;
    private static final String PARAMETERS = """
              parameters:
                type: object
                required: [name]
                properties:
                  name: {type: string, title: Name}
                  replicas: {type: integer, title: Replicas, minimum: 1, maximum: 8, default: 2}
                  ratio: {type: number, title: Ratio, default: 0.5}
                  debug: {type: boolean, title: Debug, default: false}
                  tags: {type: array, title: Tags, items: {type: string}, default: [a, b]}
                  note: {type: string, title: Note}
            """;
    private static final String RESOURCES = """
              resources:
                - id: config
                  template:
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: "${metadata.name}"}
            """;

    private Sketch() {}

    /** With these sections of {@code spec} besides the usual ones, which they replace where they have the same name. */
    static String with(String... sections) {
        var text = new StringBuilder(HEAD);
        if (!isThere("parameters", sections)) {
            text.append(PARAMETERS);
        }
        for (var section : sections) {
            text.append(section.indent(2));
        }
        if (!isThere("resources", sections)) {
            text.append(RESOURCES);
        }
        return text.toString();
    }

    private static boolean isThere(String name, String... sections) {
        return java.util.Arrays.stream(sections).flatMap(String::lines).anyMatch(line -> line.startsWith(name + ":"));
    }

    /** With one ConfigMap whose data are these lines of YAML. */
    static String withData(String data, String... sections) {
        var all = new java.util.ArrayList<>(List.of(sections));
        all.add("""
                resources:
                  - id: config
                    template:
                      apiVersion: v1
                      kind: ConfigMap
                      metadata: {name: "${metadata.name}"}
                      data:
                """ + data.indent(8));
        return with(all.toArray(String[]::new));
    }

    static Blueprint blueprint(String text) {
        var compilation = BlueprintCompiler.unchecked().compile(BlueprintFiles.of(text));
        if (!compilation.ok()) {
            throw new AssertionError(compilation.diagnostics().toString() + "\n" + text);
        }
        return compilation.orElseThrow();
    }

    static List<Diagnostic> diagnostics(String text) {
        return BlueprintCompiler.unchecked().compile(BlueprintFiles.of(text)).diagnostics();
    }

    /** What a sketch renders for a name and further parameters. */
    static Rendering render(String text, Map<String, Object> parameters) {
        return render(text, parameters, FACTS);
    }

    static Rendering render(String text, Map<String, Object> parameters, Facts facts) {
        return asked(text, parameters, facts, Blueprint::render);
    }

    static Fingerprint fingerprint(String text, Map<String, Object> parameters, Facts facts) {
        return asked(text, parameters, facts, Blueprint::fingerprint);
    }

    private interface Question<T> {
        T of(Blueprint blueprint, Map<String, Object> parameters, Facts placed);
    }

    private static <T> T asked(String text, Map<String, Object> parameters, Facts facts, Question<T> question) {
        var blueprint = blueprint(text);
        var all = new LinkedHashMap<String, Object>(Map.of("name", "n"));
        all.putAll(parameters);
        var check = blueprint.check(all, facts);
        if (!check.ok()) {
            throw new AssertionError(check.errors().toString());
        }
        var placed = SampleFacts.placed(facts, blueprint.needs(check.parameters(), facts));
        return question.of(blueprint, check.parameters(), placed);
    }

    static RenderedResource resource(Rendering rendering, String id) {
        return rendering.resources().stream()
                .filter(resource -> resource.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The data of the ConfigMap that {@link #withData} renders. */
    static Map<?, ?> data(String data, String... sections) {
        var manifest =
                resource(render(withData(data, sections), Map.of()), "config").manifest();
        return (Map<?, ?>) manifest.getOrDefault("data", Map.of());
    }
}
