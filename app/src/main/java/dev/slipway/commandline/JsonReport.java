package dev.slipway.commandline;

import dev.slipway.blueprint.Diagnostic;
import dev.slipway.blueprint.TestResult;
import dev.slipway.blueprint.VersionChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reports for programs. */
final class JsonReport {

    private JsonReport() {}

    static String of(List<Checked> blueprints) {
        return Json.of(Map.of(
                "blueprints", blueprints.stream().map(JsonReport::blueprint).toList()));
    }

    static String ofTests(List<Tested> blueprints) {
        return Json.of(Map.of(
                "blueprints", blueprints.stream().map(JsonReport::blueprint).toList()));
    }

    static String ofDiff(Compared compared) {
        var diff = compared.diff();
        var json = new LinkedHashMap<String, Object>();
        json.put("before", diff.before());
        json.put("after", diff.after());
        json.put("advised", diff.advised().word());
        json.put("stepEnough", diff.isStepEnough());
        json.put("changes", diff.changes().stream().map(JsonReport::change).toList());
        var files = new LinkedHashMap<String, Object>();
        compared.files().forEach((path, file) -> files.put(path, file.text()));
        json.put("files", files);
        return Json.of(json);
    }

    private static Map<String, Object> change(VersionChange change) {
        var json = new LinkedHashMap<String, Object>();
        json.put("effect", change.effect().name().toLowerCase(Locale.ROOT));
        json.put("part", change.part());
        json.put("sentence", change.sentence());
        return json;
    }

    private static Map<String, Object> blueprint(Checked blueprint) {
        var json = new LinkedHashMap<String, Object>();
        json.put("folder", blueprint.folder().path(""));
        json.put("ok", blueprint.compilation().ok());
        blueprint.compilation().blueprint().ifPresent(compiled -> {
            json.put("name", compiled.descriptor().name());
            json.put("version", compiled.descriptor().version());
        });
        json.put(
                "diagnostics",
                blueprint.diagnostics().stream().map(JsonReport::diagnostic).toList());
        return json;
    }

    private static Map<String, Object> blueprint(Tested blueprint) {
        var json = blueprint(blueprint.checked());
        json.put("ok", blueprint.passed());
        json.put("tests", blueprint.results().stream().map(JsonReport::test).toList());
        return json;
    }

    private static Map<String, Object> diagnostic(Diagnostic diagnostic) {
        var json = new LinkedHashMap<String, Object>();
        json.put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
        json.put("code", diagnostic.code());
        json.put("file", diagnostic.file());
        json.put("line", diagnostic.line());
        json.put("column", diagnostic.column());
        json.put("path", diagnostic.path());
        json.put("message", diagnostic.message());
        diagnostic.fix().ifPresent(fix -> json.put("fix", fix));
        return json;
    }

    private static Map<String, Object> test(TestResult test) {
        var json = new LinkedHashMap<String, Object>();
        json.put("file", test.file());
        json.put("line", test.line());
        json.put("name", test.name());
        json.put("passed", test.passed());
        json.put("explanation", test.explanation());
        return json;
    }
}
