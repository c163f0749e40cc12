package dev.slipway.blueprint;

import dev.slipway.blueprint.definition.Definition;
import dev.slipway.blueprint.parameters.FormInput;
import dev.slipway.blueprint.rendering.Migrations;
import dev.slipway.blueprint.rendering.Renderings;
import dev.slipway.blueprint.testing.TestCase;
import dev.slipway.blueprint.testing.TestRenderings;
import dev.slipway.blueprint.testing.TestRunner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A {@link Blueprint} over the definition that the compiler read. */
final class CheckedBlueprint implements Blueprint {

    private final Definition definition;
    private final Renderings renderings;
    private final String readme;
    private final List<TestCase> tests;

    CheckedBlueprint(Definition definition, String readme, List<TestCase> tests) {
        this.definition = definition;
        this.renderings = new Renderings(definition);
        this.readme = readme;
        this.tests = List.copyOf(tests);
    }

    @Override
    public Descriptor descriptor() {
        return definition.descriptor();
    }

    @Override
    public String readme() {
        return readme;
    }

    @Override
    public Form form() {
        return definition.form();
    }

    @Override
    public List<Preset> presets() {
        return List.copyOf(definition.presets());
    }

    @Override
    public Map<String, Object> parametersSchema() {
        return definition.schema().asWritten();
    }

    @Override
    public Set<String> kinds() {
        return definition.resources().stream()
                .map(resource -> resource.apiVersion() + "/" + resource.kind())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> shares() {
        return definition.shares().keySet();
    }

    @Override
    public Set<String> weights() {
        return definition.weights().keySet();
    }

    @Override
    public Set<String> secrets() {
        return definition.secrets().keySet();
    }

    @Override
    public List<OutputDeclaration> outputs() {
        return definition.outputs().entrySet().stream()
                .map(entry -> new OutputDeclaration(
                        entry.getKey(),
                        entry.getValue().title(),
                        entry.getValue().kind(),
                        entry.getValue().secret() != null))
                .toList();
    }

    @Override
    public List<NetworkRule> network() {
        return definition.network().stream().map(Definition.Opening::rule).toList();
    }

    @Override
    public Map<String, Object> parse(Map<String, List<String>> formInput) {
        return FormInput.parse(formInput, definition.schema());
    }

    @Override
    public Migration migrate(String fromVersion, Map<String, Object> old, Facts facts) {
        return Migrations.migrate(definition, fromVersion, old, facts);
    }

    @Override
    public ParameterCheck check(Map<String, Object> submitted, Facts facts) {
        return renderings.check(submitted, facts);
    }

    @Override
    public Needs needs(Map<String, Object> parameters, Facts facts) {
        return renderings.needs(parameters, facts);
    }

    @Override
    public Rendering render(Map<String, Object> parameters, Facts facts) {
        return renderings.render(parameters, facts);
    }

    @Override
    public Fingerprint fingerprint(Map<String, Object> parameters, Facts facts) {
        return renderings.fingerprint(parameters, facts);
    }

    @Override
    public List<ExpressionValue> values(Map<String, Object> parameters, Facts facts) {
        return renderings.values(parameters, facts);
    }

    @Override
    public Readiness readiness(
            String resourceId, Map<String, Object> live, Map<String, Object> parameters, Facts facts) {
        return renderings.readiness(resourceId, live, parameters, facts);
    }

    @Override
    public List<Output> outputs(Map<String, Object> parameters, Facts facts) {
        return renderings.outputs(parameters, facts);
    }

    @Override
    public List<TestResult> test(Facts standIn) {
        return new TestRunner(definition).run(tests, standIn);
    }

    @Override
    public List<TestRendering> renderTests(Facts standIn) {
        return new TestRenderings(definition).of(tests, standIn);
    }
}
