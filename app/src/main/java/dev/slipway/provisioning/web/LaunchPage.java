package dev.slipway.provisioning.web;

import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.provisioning.LaunchForm;
import dev.slipway.provisioning.Plan;
import dev.slipway.shell.ui.Choice;
import dev.slipway.shell.ui.FieldError;
import dev.slipway.team.EnvironmentView;
import dev.slipway.team.TeamView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the launch page shows.
 *
 * @param expires the chosen period; empty for never
 * @param key makes one instance of a form that is submitted twice
 */
record LaunchPage(
        BlueprintVersion version,
        TeamView team,
        EnvironmentView environment,
        LaunchForm form,
        List<FormSection> sections,
        FieldSources.Offered offered,
        List<ShareCards> shares,
        List<Choice> expiries,
        String expires,
        String key,
        FormErrors errors,
        Plan plan,
        Rail rail) {

    /** Within a sentence: {@code an inference endpoint}, {@code a RAG stack}. */
    public String title() {
        var title = version.blueprint().descriptor().title();
        var article = "AEIOUaeiou".indexOf(title.charAt(0)) >= 0 ? "an " : "a ";
        var isWord = title.length() > 1 && Character.isLowerCase(title.charAt(1));
        return article + (isWord ? Character.toLowerCase(title.charAt(0)) + title.substring(1) : title);
    }

    public List<Choice> environments() {
        return team.environments().stream()
                .map(each -> Choice.of(each.id().name(), each.id().name()))
                .toList();
    }

    public List<Choice> clusters() {
        var placement = plan.placement();
        var chosen =
                placement.cluster().map(cluster -> cluster + ", chosen for you").orElse("Chosen for you");
        return Stream.concat(
                        Stream.of(Choice.of("", chosen)),
                        placement.candidates().stream()
                                .map(candidate -> new Choice(
                                        candidate.cluster().value(),
                                        candidate.title(),
                                        !candidate.usable(),
                                        candidate.reason())))
                .toList();
    }

    public String cluster() {
        return form.cluster().map(Object::toString).orElse("");
    }

    public Optional<String> error(String control) {
        return errors.of(control);
    }

    public List<FieldError> problems() {
        return errors.linked(sections);
    }

    /** The first field that is empty and may not be, where nothing else is wrong: that is where one goes on. */
    public @Nullable String goesOnAt() {
        var empty = errors.ofWhatIsEmpty(form.name(), sections);
        return empty.size() == errors.all().size() && !empty.isEmpty()
                ? empty.getFirst().target()
                : null;
    }

    public boolean nameIsFree() {
        return !form.name().isEmpty() && error("name").isEmpty();
    }
}
