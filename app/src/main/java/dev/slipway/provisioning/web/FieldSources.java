package dev.slipway.provisioning.web;

import dev.slipway.access.Caller;
import dev.slipway.blueprint.Form;
import dev.slipway.blueprint.FormField;
import dev.slipway.provisioning.InstanceFilter;
import dev.slipway.provisioning.InstanceView;
import dev.slipway.provisioning.Instances;
import dev.slipway.team.EnvironmentView;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where fields with a source get their choices from. */
@Component
class FieldSources {

    private final ModelShelf models;
    private final Instances instances;

    FieldSources(ModelShelf models, Instances instances) {
        this.models = models;
        this.instances = instances;
    }

    /**
     * @param models the rows of each model field
     * @param instances the names for each field that takes an instance
     */
    record Offered(Map<String, List<ModelShelf.Row>> models, Map<String, List<String>> instances) {}

    Offered of(Caller caller, Form form, EnvironmentView environment) {
        var rows = new LinkedHashMap<String, List<ModelShelf.Row>>();
        var names = new LinkedHashMap<String, List<String>>();
        for (var field : form.fields()) {
            switch (Widget.of(field)) {
                case MODELS -> rows.put(field.name(), models.rows(environment, field.sourceFilter()));
                case INSTANCES -> names.put(field.name(), names(caller, environment, field));
                default -> {}
            }
        }
        return new Offered(rows, names);
    }

    /** So that nothing has to be guessed: the smallest model, one with warm weights before others, where one is needed. */
    FormInput proposals(Form form, EnvironmentView environment) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var field : form.fields()) {
            if (Widget.of(field) == Widget.MODELS && isAskedFor(field) && field.defaultValue() == null) {
                proposal(environment, field).ifPresent(name -> values.put(field.name(), List.of(name)));
            }
        }
        return new FormInput(values);
    }

    private static boolean isAskedFor(FormField field) {
        return field.required() || !field.visibleWhen().isEmpty();
    }

    private Optional<String> proposal(EnvironmentView environment, FormField field) {
        return models.rows(environment, field.sourceFilter()).stream()
                .min(Comparator.comparing((ModelShelf.Row row) -> !row.isWarmSomewhere())
                        .thenComparingLong(row -> row.model().weightsBytes()))
                .map(row -> row.model().name());
    }

    private List<String> names(Caller caller, EnvironmentView environment, FormField field) {
        var filter = new InstanceFilter(
                Optional.of(environment.id().team()),
                Optional.of(environment.id().name()),
                Optional.ofNullable(field.sourceFilter().get("blueprint")).map(String::valueOf),
                Optional.empty(),
                "",
                false);
        return instances.list(caller, filter).stream()
                .map(InstanceView::name)
                .sorted()
                .toList();
    }
}
