package dev.slipway.bench;

import dev.slipway.blueprint.BlueprintCompiler;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.RenderedResource;
import dev.slipway.blueprint.SampleFacts;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The limit: the same objects, applied one after the other for each instance, with nothing around it; no guards, no database,
 * no watch. Its objects carry another manager's label, so that no watch of Slipway's sees them.
 */
final class BareLoop implements Contender {

    private static final int NAMESPACES = 12;
    private static final String NAME = SampleFacts.facts().metadata().name();
    private static final String SECRET = """
            {"apiVersion": "v1", "kind": "Secret", "type": "Opaque", "immutable": true,
             "metadata": {"name": "%s-key", "labels": {"app.kubernetes.io/managed-by": "slipway"}},
             "data": {"token": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5"}}""".formatted(NAME);

    private final KubernetesClient client;
    private final List<String> objects;

    private BareLoop(KubernetesClient client, List<String> objects) {
        this.client = client;
        this.objects = objects;
    }

    /** Arguments: kubeconfig, blueprint.yaml. */
    static void main(String... arguments) throws IOException {
        var client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(new File(arguments[0])))
                .build();
        Contest.enter(new BareLoop(client, objects(client, Path.of(arguments[1]))));
    }

    private static List<String> objects(KubernetesClient client, Path file) throws IOException {
        var files = new BlueprintFiles(Map.of(BlueprintFiles.BLUEPRINT, Files.readString(file)));
        var blueprint = new BlueprintCompiler().compile(files).blueprint().orElseThrow();
        var rendered = blueprint.render(Map.of(), SampleFacts.facts()).resources().stream()
                .map(RenderedResource::manifest)
                .map(client.getKubernetesSerialization()::asJson);
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(SECRET), rendered)
                .map(json -> json.replaceAll("(app.kubernetes.io/managed-by\": ?\")slipway", "$1bare"))
                .toList();
    }

    @Override
    public Duration provision(int count, String prefix) {
        var instances = new ArrayList<List<GenericKubernetesResource>>();
        for (var namespace = 0; namespace < NAMESPACES; namespace++) {
            client.resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName("bare-" + namespace)
                            .endMetadata()
                            .build())
                    .serverSideApply();
        }
        var names = Contest.names(count, prefix);
        for (var name : names) {
            instances.add(instance(name, "bare-" + instances.size() % NAMESPACES));
        }
        var begun = System.nanoTime();
        Contest.each(
                instances,
                instance -> instance.forEach(object -> client.resource(object)
                        .fieldManager("bare")
                        .forceConflicts()
                        .serverSideApply()));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private List<GenericKubernetesResource> instance(String name, String namespace) {
        return objects.stream()
                .map(json -> client.getKubernetesSerialization()
                        .unmarshal(json.replace("\"" + NAME, "\"" + name), GenericKubernetesResource.class))
                .peek(object -> object.getMetadata().setNamespace(namespace))
                .toList();
    }

    @Override
    public void clear() {
        for (var namespace = 0; namespace < NAMESPACES; namespace++) {
            client.namespaces().withName("bare-" + namespace).delete();
        }
        while (client.namespaces().list().getItems().stream()
                .anyMatch(found -> found.getMetadata().getName().startsWith("bare-"))) {
            Contest.pause(200);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
