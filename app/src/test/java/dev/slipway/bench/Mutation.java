package dev.slipway.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One fault of an author in one node of a template. */
enum Mutation {
    DROP_A_FIELD {
        @Override
        boolean fits(Node node, Map<String, Integer> texts) {
            return true;
        }

        @Override
        void apply(Node node, RandomGenerator random) {
            node.remove();
        }
    },
    MISSPELL_A_NAME {
        @Override
        boolean fits(Node node, Map<String, Integer> texts) {
            return node.key() instanceof String key && key.length() > 1;
        }

        @Override
        void apply(Node node, RandomGenerator random) {
            node.rename(misspelt(String.valueOf(node.key()), random));
        }
    },
    SWAP_A_TYPE {
        @Override
        boolean fits(Node node, Map<String, Integer> texts) {
            return true;
        }

        @Override
        void apply(Node node, RandomGenerator random) {
            var value = node.value();
            var first = random.nextBoolean();
            node.replace(otherwise(value, first));
        }
    },
    BREAK_A_REFERENCE {
        @Override
        boolean fits(Node node, Map<String, Integer> texts) {
            return node.value() instanceof String text
                    && (REFERENCE.matcher(text).find() || (texts.getOrDefault(text, 0) > 1 && text.length() > 1));
        }

        @Override
        void apply(Node node, RandomGenerator random) {
            var text = String.valueOf(node.value());
            var references = REFERENCE.matcher(text).results().toList();
            if (references.isEmpty()) {
                node.replace(misspelt(text, random));
                return;
            }
            var reference = references.get(random.nextInt(references.size()));
            node.replace(text.substring(0, reference.start(1))
                    + misspelt(reference.group(1), random)
                    + text.substring(reference.end(1)));
        }
    },
    CHANGE_A_LITERALS_TYPE {
        @Override
        boolean fits(Node node, Map<String, Integer> texts) {
            return !(node.value() instanceof Map<?, ?> || node.value() instanceof List<?>)
                    && !(node.value() instanceof String text && text.contains("${"));
        }

        @Override
        void apply(Node node, RandomGenerator random) {
            var others = List.<Object>of(true, 7, 1.5);
            var isText = node.value() instanceof String;
            node.replace(isText ? others.get(random.nextInt(others.size())) : String.valueOf(node.value()));
        }
    };

    /** A name behind a dot, in an expression. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?<=\\$\\{[^}]{0,400}[a-zA-Z]\\.)([a-zA-Z]{2,})(?![a-zA-Z(])");

    /** Whether the fault can be made in the node, given how often each text stands in its template. */
    abstract boolean fits(Node node, Map<String, Integer> texts);

    abstract void apply(Node node, RandomGenerator random);

    /** A value of another type, made of this one. */
    private static Object otherwise(@Nullable Object value, boolean first) {
        if (value instanceof Map<?, ?> map) {
            return first ? new ArrayList<Object>(List.of(map)) : "text";
        }
        if (value instanceof List<?> list) {
            return first ? new LinkedHashMap<>(Map.of("item", list)) : "text";
        }
        return first
                ? new ArrayList<Object>(List.of(String.valueOf(value)))
                : new LinkedHashMap<>(Map.of("value", String.valueOf(value)));
    }

    /** A letter doubled, left out or changed with its neighbour. */
    private static String misspelt(String word, RandomGenerator random) {
        for (; ; ) {
            var at = random.nextInt(word.length() - 1);
            var written = switch (random.nextInt(3)) {
                case 0 -> word.substring(0, at + 1) + word.substring(at);
                case 1 -> word.substring(0, at) + word.substring(at + 1);
                default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            };
            if (!written.equals(word)) {
                return written;
            }
        }
    }

    /**
     * A node of a template, within what holds it.
     *
     * @param key of a mapping, or index of a list
     */
    record Node(Object owner, Object key, String path) {

        @SuppressWarnings("unchecked")
        private Map<String, Object> map() {
            return (Map<String, Object>) owner;
        }

        @SuppressWarnings("unchecked")
        private List<Object> list() {
            return (List<Object>) owner;
        }

        @Nullable
        Object value() {
            return owner instanceof Map<?, ?> ? map().get(String.valueOf(key)) : list().get((Integer) key);
        }

        void remove() {
            if (owner instanceof Map<?, ?>) {
                map().remove(String.valueOf(key));
            } else {
                list().remove((int) (Integer) key);
            }
        }

        void replace(Object value) {
            if (owner instanceof Map<?, ?>) {
                map().put(String.valueOf(key), value);
            } else {
                list().set((Integer) key, value);
            }
        }

        void rename(String name) {
            var fields = new LinkedHashMap<>(map());
            map().clear();
            fields.forEach((field, value) -> map().put(field.equals(key) ? name : field, value));
        }

        /** All nodes below the template of each resource of a blueprint, each with the number of times its text stands there. */
        static List<List<Node>> templates(Map<String, Object> blueprint) {
            var templates = new ArrayList<List<Node>>();
            if (blueprint.get("spec") instanceof Map<?, ?> spec && spec.get("resources") instanceof List<?> resources) {
                for (var resource : resources) {
                    if (resource instanceof Map<?, ?> map && map.get("template") != null) {
                        var nodes = new ArrayList<Node>();
                        walk(map.get("template"), String.valueOf(map.get("id")), nodes);
                        templates.add(nodes);
                    }
                }
            }
            return templates;
        }

        private static void walk(@Nullable Object owner, String path, List<Node> found) {
            if (owner instanceof Map<?, ?> map) {
                map.forEach((key, value) -> {
                    found.add(new Node(owner, key, path + "." + key));
                    walk(value, path + "." + key, found);
                });
            } else if (owner instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    found.add(new Node(owner, i, "%s[%d]".formatted(path, i)));
                    walk(list.get(i), "%s[%d]".formatted(path, i), found);
                }
            }
        }

        static Map<String, Integer> texts(List<Node> nodes) {
            var texts = new HashMap<String, Integer>();
            nodes.forEach(node -> {
                if (node.value() instanceof String text) {
                    texts.merge(text, 1, Integer::sum);
                }
            });
            return texts;
        }
    }
}
