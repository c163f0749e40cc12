package dev.slipway.blueprint.definition;

import dev.slipway.blueprint.Facts;
import dev.slipway.blueprint.source.Code;
import dev.slipway.blueprint.source.Diagnostics;
import dev.slipway.blueprint.source.Section;
import dev.slipway.blueprint.source.Suggestion;
import dev.slipway.blueprint.source.YamlNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** What a cluster must offer to be a target. Of what is misspelt no cluster would ever be one. */
final class Requirements {

    private static final Pattern API =
            Pattern.compile("(?<version>([a-z0-9.-]+/)?v[0-9][a-z0-9]*)/(?<kind>[A-Za-z0-9]+)");

    private final Section section;
    private final Set<String> kinds;
    private final Diagnostics diagnostics;

    Requirements(Section section, Set<String> kinds, Diagnostics diagnostics) {
        this.section = section;
        this.kinds = new HashSet<>(kinds);
        this.kinds.addAll(Kinds.allowed());
        this.diagnostics = diagnostics;
    }

    Set<String> apis() {
        return texts("apis", this::checkApi);
    }

    Set<String> features() {
        return texts("features", this::checkFeature);
    }

    private Set<String> texts(String name, BiConsumer<YamlNode, String> check) {
        var texts = new HashSet<String>();
        for (var node : section.items(name)) {
            section.text(node).ifPresent(text -> {
                texts.add(text);
                check.accept(node, text);
            });
        }
        return Set.copyOf(texts);
    }

    /** A kind that is not known here may be served all the same. */
    private void checkApi(YamlNode node, String api) {
        var form = API.matcher(api);
        if (!form.matches()) {
            refuse(node, "'%s' is no kind like apps/v1/Deployment or v1/Service.".formatted(api), api, kinds);
        } else if (!kinds.contains(api)) {
            var alike = kinds.stream()
                    .filter(kind -> isLike(kind, form.group("version"), form.group("kind")))
                    .toList();
            if (Suggestion.nearest(api, alike).isPresent()) {
                refuse(node, "There is no kind '%s'.".formatted(api), api, alike);
            }
        }
    }

    /** Of those that begin otherwise one is as real as the other: HTTPRoute and TLSRoute. */
    private static boolean isLike(String known, String version, String kind) {
        return known.regionMatches(true, 0, version + "/" + kind.charAt(0), 0, version.length() + 2);
    }

    private void checkFeature(YamlNode node, String feature) {
        diagnostics.isOneOf(node.place(), feature, Facts.Cluster.FEATURES);
    }

    private void refuse(YamlNode node, String message, String written, Collection<String> allowed) {
        Optional<String> fix = Suggestion.nearest(written, allowed);
        diagnostics.error(Code.S004, node.place(), message + Suggestion.didYouMean(fix), fix);
    }
}
