package dev.slipway.blueprint.completion;

import dev.slipway.blueprint.Needs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of the language and their few words, by where they stand: {@code []} is an item of a list, {@code *} a key of
 * the author's own. A test holds it against what the compiler accepts.
 */
final class Language {

    private static final Map<String, Map<String, String>> FIELDS = fields();
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("apiVersion", List.of("slipway.dev/v1")),
            Map.entry("kind", List.of("Blueprint")),
            Map.entry(
                    "spec.category",
                    List.of("inference", "rag", "finetune", "assistant", "ci", "notebook", "batch", "other")),
            Map.entry("spec.support.level", List.of("gold", "silver", "bronze")),
            Map.entry("spec.parameters.type", List.of("object")),
            Map.entry(
                    "spec.parameters.properties.*.type",
                    List.of("string", "integer", "number", "boolean", "array", "object")),
            Map.entry("spec.parameters.properties.*.x-source", List.of("models", "instances")),
            Map.entry(
                    "spec.parameters.properties.*.x-widget",
                    List.of("slider", "radio", "segmented", "select", "textarea")),
            Map.entry("spec.parameters.properties.*.x-advanced", List.of("true", "false")),
            Map.entry("spec.shares.*.isolation", List.of("strict", "shared")),
            Map.entry("spec.shares.*.modes.[]", Needs.MODES),
            Map.entry("spec.secrets.*.*.generate", List.of("base64url", "hex")),
            Map.entry("spec.resources.[].deletionPolicy", List.of("Delete", "Retain")),
            Map.entry("spec.network.ingress.[].from", List.of("instance", "environment", "team", "gateway")),
            Map.entry("spec.network.egress.[].to", List.of("instance", "environment", "team", "registry")),
            Map.entry("spec.network.ingress.[].protocol", List.of("TCP", "UDP")),
            Map.entry("spec.network.egress.[].protocol", List.of("TCP", "UDP")),
            Map.entry("spec.outputs.*.kind", List.of("openai", "url", "text", "secret", "reference")));
    private static final Map<String, String> TEST = Map.of(
            "name", "what the case is about",
            "parameters", "what a person fills in",
            "given", "what differs from the sample facts",
            "expect", "what has to come of it",
            "expectError", "or how it is refused");
    private static final Map<String, Map<String, String>> TEST_FIELDS = Map.of(
            "",
            TEST,
            "given",
            Map.of(
                    "metadata", "",
                    "team", "",
                    "environment", "",
                    "user", "",
                    "cluster", "features with true or false",
                    "models", "",
                    "instances", "",
                    "live", "objects as the cluster has them, by resource"),
            "expectError",
            Map.of("path", "the parameter", "message", "part of what is said"),
            "expect.[]",
            Map.of(
                    "resource", "id of the object to look at",
                    "key", "which one of forEach",
                    "assert", "a condition over resource",
                    "absent", "id of what is left out",
                    "shares", "a condition",
                    "claims", "a condition",
                    "outputs", "a condition",
                    "state", "what the instance is"));
    private static final Map<String, List<String>> TEST_VALUES =
            Map.of("expect.[].state", List.of("Ready", "Provisioning", "Failed"));

    private Language() {}

    static Map<String, String> fieldsAt(List<String> pattern) {
        return find(FIELDS, pattern, Map.of());
    }

    static List<String> valuesAt(List<String> pattern) {
        return find(VALUES, pattern, List.of());
    }

    static Map<String, String> testFieldsAt(List<String> pattern) {
        return find(TEST_FIELDS, pattern, Map.of());
    }

    static List<String> testValuesAt(List<String> pattern) {
        return find(TEST_VALUES, pattern, List.of());
    }

    /** All places that have fields of the language. */
    static Map<String, Map<String, String>> places() {
        return FIELDS;
    }

    private static <T> T find(Map<String, T> table, List<String> pattern, T otherwise) {
        return table.entrySet().stream()
                .filter(entry -> matches(entry.getKey(), pattern))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static boolean matches(String place, List<String> pattern) {
        var steps = place.isEmpty() ? List.<String>of() : List.of(place.split("\\."));
        if (steps.size() != pattern.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).equals("*") && !steps.get(i).equals(pattern.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Map<String, String>> fields() {
        var fields = new LinkedHashMap<String, Map<String, String>>();
        fields.put(
                "",
                words("apiVersion", "slipway.dev/v1", "kind", "Blueprint", "metadata", "its name", "spec", "all else"));
        fields.put("metadata", words("name", "small letters, digits, hyphens"));
        fields.put(
                "spec",
                words(
                        "version", "semantic; a published version never changes",
                        "title", "for people",
                        "summary", "one line",
                        "category", "where the catalog shows it",
                        "tags", "what else it is found by",
                        "owner", "a team",
                        "support", "level, contact, runbook",
                        "requires", "what a cluster must offer",
                        "parameters", "JSON Schema of what a person fills in",
                        "form", "the order of the form",
                        "presets", "parameters that go well together",
                        "validations", "rules across parameters",
                        "variables", "values with a name",
                        "weights", "models that must be warm",
                        "shares", "GPU needs",
                        "secrets", "made by Slipway, once",
                        "resources", "the Kubernetes objects",
                        "network", "what is opened",
                        "outputs", "what a person gets",
                        "upgrade", "from earlier versions"));
        fields.put(
                "spec.support",
                words("level", "gold, silver, bronze", "contact", "a channel", "runbook", "an address"));
        fields.put("spec.requires", words("apis", "as apps/v1/Deployment", "features", "as gpu"));
        fields.put("spec.form", words("steps", "in this order"));
        fields.put("spec.form.steps.[]", words("title", "for people", "fields", "names of parameters"));
        fields.put(
                "spec.parameters",
                words("type", "object", "required", "names", "properties", "the parameters", "$defs", "shared parts"));
        fields.put(
                "spec.parameters.properties.*",
                words(
                        "type", "what it is",
                        "title", "label of the field",
                        "description", "hint under the field",
                        "default", "what stands there at first",
                        "enum", "the only values",
                        "oneOf", "values with title and description",
                        "minimum", "smallest number",
                        "maximum", "largest number",
                        "multipleOf", "step",
                        "minLength", "shortest text",
                        "maxLength", "longest text",
                        "pattern", "RE2",
                        "format", "as uri",
                        "items", "schema of each item",
                        "minItems", "fewest items",
                        "maxItems", "most items",
                        "uniqueItems", "none twice",
                        "x-source", "models or instances",
                        "x-filter", "fields the chosen one must have",
                        "x-widget", "slider, radio, segmented, select, textarea",
                        "x-unit", "shown behind the value",
                        "x-placeholder", "shown while empty",
                        "x-labels", "words for enum",
                        "x-advanced", "put away at first",
                        "x-when", "values of others for which it matters",
                        "x-pattern-message", "said when the pattern does not fit"));
        fields.put(
                "spec.presets.[]",
                words("name", "", "title", "for people", "description", "one line", "parameters", "their values"));
        fields.put(
                "spec.validations.[]",
                words("rule", "has to be true", "message", "said otherwise", "path", "the parameter it is said at"));
        fields.put("spec.variables.[]", words("name", "", "value", "any YAML with expressions"));
        fields.put("spec.weights.*", words("model", "name of a certified model"));
        fields.put(
                "spec.shares.*",
                words(
                        "memory", "bytes or 20Gi",
                        "count", "one per pod",
                        "isolation", "strict or shared",
                        "modes", "ways of sharing that go"));
        fields.put("spec.secrets.*.*", words("generate", "base64url or hex", "bytes", "of randomness"));
        fields.put(
                "spec.resources.[]",
                words(
                        "id", "its name in expressions",
                        "template", "the Kubernetes object",
                        "includeWhen", "conditions over parameters and facts",
                        "forEach", "one object for each",
                        "readyWhen", "conditions over the object",
                        "failedWhen", "conditions over the object",
                        "deadline", "90s, 20m, 4h",
                        "deletionPolicy", "Delete or Retain"));
        fields.put("spec.network", words("ingress", "ways in", "egress", "ways out"));
        fields.put(
                "spec.network.ingress.[]",
                words("to", "a workload", "port", "", "from", "who", "protocol", "TCP or UDP", "when", "a condition"));
        fields.put(
                "spec.network.egress.[]",
                words("from", "a workload", "port", "", "to", "whom", "protocol", "TCP or UDP", "when", "a condition"));
        fields.put(
                "spec.outputs.*",
                words(
                        "title",
                        "for people",
                        "kind",
                        "openai, url, text, reference",
                        "value",
                        "",
                        "secretRef",
                        "shown once"));
        fields.put("spec.outputs.*.secretRef", words("secret", "of secrets", "key", "of the secret"));
        fields.put("spec.upgrade", words("from", "ranges of versions"));
        fields.put(
                "spec.upgrade.from.[]",
                words("version", "a range", "set", "parameters from old", "note", "for people"));
        return fields;
    }

    private static Map<String, String> words(String... pairs) {
        var words = new LinkedHashMap<String, String>();
        var all = new ArrayList<>(List.of(pairs));
        for (int i = 0; i < all.size(); i += 2) {
            words.put(all.get(i), all.get(i + 1));
        }
        return words;
    }
}
