package dev.slipway.blueprint.definition;

import dev.slipway.blueprint.Descriptor;
import dev.slipway.blueprint.Form;
import dev.slipway.blueprint.Needs;
import dev.slipway.blueprint.NetworkRule;
import dev.slipway.blueprint.Preset;
import dev.slipway.blueprint.expression.Expression;
import dev.slipway.blueprint.expression.ExpressionCompiler;
import dev.slipway.blueprint.expression.Shape;
import dev.slipway.blueprint.expression.Template;
import dev.slipway.blueprint.parameters.ParameterSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a checked blueprint file declares.
 *
 * @param variables in an order in which each comes after those it refers to
 * @param resources likewise
 * @param expressions knows the names and types of this blueprint, for those who ask further
 */
public record Definition(
        Descriptor descriptor,
        ParameterSchema schema,
        Form form,
        List<Preset> presets,
        List<Validation> validations,
        Map<String, Template> variables,
        Map<String, Template> weights,
        Map<String, Share> shares,
        Map<String, SortedMap<String, Needs.Generator>> secrets,
        List<ResourceDefinition> resources,
        List<Opening> network,
        Map<String, Output> outputs,
        List<Upgrade> upgrades,
        ExpressionCompiler expressions) {

    /** A rule over parameters. */
    public record Validation(Expression rule, String message, String path) {}

    /**
     * How parameters of older versions become those of this one.
     *
     * @param range of the versions that it is for
     * @param set values out of the old parameters, by the new names
     */
    public record Upgrade(String range, Map<String, Template> set, String note) {}

    /** A need for GPU memory. */
    public record Share(
            Template memory,
            Template count,
            @Nullable Template least,
            Template isolation,
            @Nullable Template modes) {}

    /** A way that is opened, always or when something holds. */
    public record Opening(NetworkRule rule, @Nullable Expression when) {}

    /** An output: a value, or a key of a declared secret. */
    public record Output(
            String title,
            String kind,
            @Nullable Template value,
            @Nullable SecretReference secret) {}

    public record SecretReference(String secret, String key) {}

    /** What must hold for each resource to be there. */
    public Map<String, Set<Shape>> guards() {
        return resources.stream().collect(Collectors.toMap(ResourceDefinition::id, ResourceDefinition::guard));
    }

    public Optional<ResourceDefinition> resource(String id) {
        return resources.stream().filter(resource -> resource.id().equals(id)).findFirst();
    }
}
