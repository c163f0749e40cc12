package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.slipway.blueprint.VersionChange.Effect;
import dev.slipway.blueprint.VersionDiff.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VersionDiffTests {

    private static final String BASE = """
            apiVersion: slipway.dev/v1
            kind: Blueprint
            metadata: {name: hello}
            spec:
              version: 1.0.0
              title: Hello
              summary: One page
              category: other
              owner: ai-platform
              requires: {apis: [apps/v1/Deployment]}
              parameters:
                type: object
                required: [model]
                properties:
                  model: {type: string, title: Model, x-source: models}
                  context: {type: integer, title: Context, enum: [4096, 8192], default: 8192}
                  replicas: {type: integer, title: Replicas, minimum: 1, maximum: 4, default: 1}
                  note: {type: string, title: Note, maxLength: 20}
                  share: {type: number, title: Share, default: 0.5}
                  storage: {$ref: "#/$defs/storage"}
                $defs:
                  storage: {type: object, title: Storage, default: {}, properties: {size: {type: integer, title: Size, default: 10}}}
              validations:
                - {rule: "${parameters.replicas < 4}", message: Three at most, path: replicas}
              variables:
                - {name: selector, value: {app: hello}}
              secrets:
                key: {token: {generate: base64url, bytes: 32}}
              resources:
                - id: server
                  template:
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: "${metadata.name}"}
                    spec:
                      replicas: ${parameters.replicas}
                      selector: {matchLabels: "${variables.selector}"}
                      template:
                        spec:
                          terminationGracePeriodSeconds: 60
                          containers: [{name: main, image: "registry.example/a:1"}]
                - id: data
                  deletionPolicy: Retain
                  template:
                    apiVersion: v1
                    kind: PersistentVolumeClaim
                    metadata: {name: "${metadata.name}-data"}
                    spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}
              network:
                ingress: [{to: server, port: 8000, from: environment}]
              outputs:
                endpoint: {value: "http://${metadata.name}", kind: openai, title: Endpoint}
                key: {secretRef: {secret: key, key: token}, title: Key}
            """;

    static Stream<Arguments> edits() {
        return Stream.of(
                arguments(
                        "      note: {type: string, title: Note, maxLength: 20}\n",
                        "",
                        Effect.BREAKS,
                        "Parameter note is gone."),
                arguments(
                        "      note: {",
                        "      colour: {type: string, title: Colour}\n      note: {",
                        Effect.ADDS,
                        "Parameter colour is new and may be left out."),
                arguments(
                        "      note: {",
                        "      fast: {type: boolean, title: Fast, default: true}\n      note: {",
                        Effect.ADDS,
                        "Parameter fast is new, true unless said otherwise."),
                arguments(
                        "required: [model]",
                        "required: [model, note]",
                        Effect.BREAKS,
                        "Parameter note has to be given; it could be left out."),
                arguments(
                        "maximum: 4, default: 1",
                        "maximum: 4",
                        Effect.BREAKS,
                        "Parameter replicas has no default any more; it was 1."),
                arguments(
                        "maximum: 4, default: 1",
                        "maximum: 4, default: 2",
                        Effect.BREAKS,
                        "Parameter replicas is 2 unless said otherwise; it was 1."),
                arguments(
                        "title: Note,",
                        "title: Note, default: hi,",
                        Effect.BREAKS,
                        "Parameter note is hi unless said otherwise; it was absent."),
                arguments(
                        "required: [model]",
                        "required: []",
                        Effect.ADDS,
                        "Parameter model may be left out; it had to be given."),
                arguments(
                        "note: {type: string",
                        "note: {type: integer",
                        Effect.BREAKS,
                        "Parameter note takes a whole number; it took text."),
                arguments(
                        "share: {type: number, title: Share, default: 0.5}",
                        "share: {type: integer, title: Share, default: 1}",
                        Effect.BREAKS,
                        "Parameter share takes a whole number; it took a number."),
                arguments(
                        "enum: [4096, 8192]", "enum: [8192]", Effect.BREAKS, "Parameter context no longer takes 4096."),
                arguments(
                        "enum: [4096, 8192]",
                        "enum: [4096, 8192, 16384]",
                        Effect.ADDS,
                        "Parameter context takes 16384 as well."),
                arguments(
                        "title: Note,",
                        "title: Note, enum: [a, b],",
                        Effect.BREAKS,
                        "Parameter note takes a, b only; it took anything."),
                arguments(
                        "minimum: 1, maximum: 4",
                        "minimum: 2, maximum: 4",
                        Effect.BREAKS,
                        "Parameter replicas has to be at least 2; it was 1."),
                arguments(
                        "minimum: 1, maximum: 4",
                        "minimum: 1, maximum: 3",
                        Effect.BREAKS,
                        "Parameter replicas has to be at most 3; it was 4."),
                arguments(
                        "minimum: 1, maximum: 4",
                        "minimum: 1, maximum: 8",
                        Effect.ADDS,
                        "Parameter replicas may be at most 8; it was 4."),
                arguments(
                        "maxLength: 20",
                        "maxLength: 10",
                        Effect.BREAKS,
                        "Parameter note has to be of a length of at most 10; it was 20."),
                arguments(
                        "maxLength: 20",
                        "maxLength: 20, pattern: '^[a-z]+$'",
                        Effect.BREAKS,
                        "Parameter note: the rule 'pattern' is new, so that what was right may be wrong."),
                arguments(
                        "x-source: models}",
                        "x-source: models, x-filter: {kind: generator}}",
                        Effect.BREAKS,
                        "Parameter model is chosen from the models with {kind: generator}."),
                arguments(
                        "title: Size, default: 10",
                        "title: Size, default: 20",
                        Effect.BREAKS,
                        "Parameter storage.size is 20 unless said otherwise; it was 10."),
                arguments("title: Note,", "title: Remark,", Effect.CHANGES, "Parameter note has another title."),
                arguments(
                        "  variables:",
                        "    - {rule: \"${parameters.context > 1}\", message: Too short, path: context}\n  variables:",
                        Effect.BREAKS,
                        "A rule is new and may refuse what was right: Too short"),
                arguments(
                        "requires: {apis: [apps/v1/Deployment]}",
                        "requires: {apis: [apps/v1/Deployment], features: [gpu]}",
                        Effect.BREAKS,
                        "A cluster has to offer gpu."),
                arguments(
                        "- id: server",
                        "- id: engine",
                        Effect.BREAKS,
                        "Resource server (Deployment) is called engine."),
                arguments(
                        "${metadata.name}-data",
                        "${metadata.name}-disk",
                        Effect.BREAKS,
                        "Resource data (PersistentVolumeClaim) is named ${metadata.name}-disk; it was ${metadata.name}-data, and has to be made anew."),
                arguments(
                        "kind: Deployment",
                        "kind: StatefulSet",
                        Effect.BREAKS,
                        "Resource server is a StatefulSet; it was a Deployment, and has to be made anew."),
                arguments(
                        "value: {app: hello}",
                        "value: {app: other}",
                        Effect.BREAKS,
                        "Resource server (Deployment): spec.selector is another, which Kubernetes does not let be changed."),
                arguments(
                        "[ReadWriteOnce]",
                        "[ReadWriteMany]",
                        Effect.BREAKS,
                        "Resource data (PersistentVolumeClaim): spec.accessModes is another, which Kubernetes does not let be changed."),
                arguments(
                        "      deletionPolicy: Retain\n",
                        "",
                        Effect.BREAKS,
                        "Resource data (PersistentVolumeClaim) is deleted with its instance; it was kept."),
                arguments(
                        "terminationGracePeriodSeconds: 60",
                        "terminationGracePeriodSeconds: 120",
                        Effect.CHANGES,
                        "Resource server (Deployment): spec.template.spec.terminationGracePeriodSeconds is 120; it was 60."),
                arguments(
                        "registry.example/a:1",
                        "registry.example/a:2",
                        Effect.CHANGES,
                        "Resource server (Deployment): spec.template.spec.containers[main].image is registry.example/a:2; it was registry.example/a:1."),
                arguments(
                        "ingress: [{to: server, port: 8000, from: environment}]",
                        "ingress: []",
                        Effect.BREAKS,
                        "A way is closed: environment to server on port 8000."),
                arguments(
                        "    endpoint: {value: \"http://${metadata.name}\", kind: openai, title: Endpoint}\n",
                        "",
                        Effect.BREAKS,
                        "Output endpoint is gone."),
                arguments("kind: openai", "kind: url", Effect.BREAKS, "Output endpoint is of kind url; it was openai."),
                arguments(
                        "key: {token: {generate: base64url, bytes: 32}}",
                        "key: {word: {generate: base64url, bytes: 32}}",
                        Effect.BREAKS,
                        "Secret key has no token any more."),
                arguments("title: Hello", "title: Hallo", Effect.CHANGES, "The title is Hallo."));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void eachEditIsToldInItsSentence(String part, String instead, Effect effect, String sentence) {
        assertThat(BASE).contains(part);

        var diff = VersionDiff.between(files(BASE), files(BASE.replace(part, instead)));

        assertThat(diff.of(effect).stream().map(VersionChange::sentence)).contains(sentence);
        assertThat(diff.advised())
                .isEqualTo(effect == Effect.BREAKS ? Step.MAJOR : effect == Effect.ADDS ? Step.MINOR : diff.advised());
    }

    @Test
    void aResourceThatIsGoneIsTold() {
        var without = BASE.substring(0, BASE.indexOf("    - id: data")) + BASE.substring(BASE.indexOf("  network:"));

        assertThat(VersionDiff.between(files(BASE), files(without)).breaking())
                .extracting(VersionChange::sentence)
                .containsExactly("Resource data (PersistentVolumeClaim) is gone.");
        assertThat(VersionDiff.between(files(without), files(BASE)).of(Effect.ADDS))
                .extracting(VersionChange::sentence)
                .containsExactly("Resource data (PersistentVolumeClaim) is new.");
    }

    @Test
    void whatIsTheSameHasNoDifferenceAndCommentsAreNone() {
        var commented = BASE.replace("  title: Hello", "  # a word\n  title:   \"Hello\"");

        var diff = VersionDiff.between(files(BASE), files(commented));

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.advised()).isEqualTo(Step.PATCH);
    }

    @Test
    void whatBreaksComesFirst() {
        var diff = VersionDiff.between(
                files(BASE),
                files(BASE.replace("title: Hello", "title: Hallo").replace("enum: [4096, 8192]", "enum: [8192]")));

        assertThat(diff.changes().getFirst().effect()).isEqualTo(Effect.BREAKS);
    }

    @Test
    void otherFilesAreTold() {
        var byPath = new HashMap<>(files(BASE).byPath());
        byPath.put("README.md", "# Hello");

        assertThat(VersionDiff.between(files(BASE), new BlueprintFiles((Map<String, String>) byPath))
                        .changes())
                .extracting(VersionChange::sentence)
                .containsExactly("File README.md is new.");
    }

    @Test
    void whatCannotBeReadCountsAsEmpty() {
        assertThat(VersionDiff.between(files(BASE), files("spec: [}")).breaking())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0, 2.0.0, true",
        "1.0.0, 1.1.0, false",
        "1.0.0, 1.0.1, false",
        "0.3.0, 0.4.0, true",
        "0.3.0, 0.3.1, false"
    })
    void aBreakAsksForAMajorStep(String before, String after, boolean enough) {
        var older = BASE.replace("version: 1.0.0", "version: " + before);
        var newer = BASE.replace("version: 1.0.0", "version: " + after).replace("enum: [4096, 8192]", "enum: [8192]");

        assertThat(VersionDiff.between(files(older), files(newer)).isStepEnough())
                .isEqualTo(enough);
    }

    private static BlueprintFiles files(String blueprint) {
        return BlueprintFiles.of(blueprint);
    }
}
