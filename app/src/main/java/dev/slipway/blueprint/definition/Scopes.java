package dev.slipway.blueprint.definition;

import dev.slipway.blueprint.expression.Scope;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What may be read where. */
final class Scopes {

    private Scopes() {}

    static Scope facts(String where) {
        return new Scope(where, with(Scope.FACTS, List.of("parameters", "variables")));
    }

    static Scope template(Collection<String> resources, Collection<String> locals) {
        var roots = with(Scope.FACTS, List.of("parameters", "variables", "secrets", "shares", "weights"));
        return new Scope("a template of this resource", with(with(roots, resources), locals));
    }

    static Scope outputs(Collection<String> resources) {
        var roots = with(Scope.FACTS, List.of("parameters", "variables", "shares", "weights"));
        return new Scope("outputs", with(roots, resources));
    }

    static Scope own(String where, String id) {
        return new Scope(where, with(facts(where).roots(), List.of(id)));
    }

    static Scope upgrade() {
        return new Scope("upgrade", with(Scope.FACTS, List.of("old")));
    }

    private static Set<String> with(Collection<String> roots, Collection<String> more) {
        var all = new HashSet<>(roots);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
