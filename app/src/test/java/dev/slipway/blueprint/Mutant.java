package dev.slipway.blueprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The base of the corpus with something replaced.
 *
 * @param name what is wrong or unusual
 * @param replaced a part of the base that stands there once
 * @param by what stands there instead
 * @param expected code, line and column of what must be found: {@code SW-E003 12:7}; with the file's name before the line if
 *     it is not blueprint.yaml
 */
record Mutant(String name, String replaced, String by, List<String> expected) {

    private static final String TEST = "tests/all.yaml";

    static BlueprintFiles base() throws IOException {
        return new BlueprintFiles(
                Map.of(BlueprintFiles.BLUEPRINT, resource("base.yaml"), TEST, resource("base-test.yaml")));
    }

    static List<Mutant> read(String file) throws IOException {
        var mutants = new ArrayList<Mutant>();
        for (var block : resource(file).split("\n\n")) {
            var lines = block.lines().filter(line -> !line.startsWith("#")).toList();
            if (!lines.isEmpty()) {
                mutants.add(new Mutant(
                        lines.get(0),
                        marked(lines, '-'),
                        marked(lines, '+'),
                        lines.stream()
                                .filter(line -> line.startsWith("! "))
                                .map(line -> line.substring(2))
                                .toList()));
            }
        }
        return mutants;
    }

    private static String marked(List<String> lines, char mark) {
        return String.join(
                "\n",
                lines.stream()
                        .skip(1)
                        .filter(line -> !line.isEmpty() && line.charAt(0) == mark)
                        .map(line -> line.length() > 1 ? line.substring(2) : "")
                        .toList());
    }

    private static String resource(String file) throws IOException {
        try (var in = Objects.requireNonNull(Mutant.class.getResourceAsStream("/blueprint/corpus/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    BlueprintFiles files() {
        try {
            var texts = base().byPath();
            var file = texts.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(replaced))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the base has no " + replaced));
            var text = Objects.requireNonNull(texts.get(file));
            if (text.indexOf(replaced) != text.lastIndexOf(replaced)) {
                throw new AssertionError("the base has more than one " + replaced);
            }
            var mutated = new TreeMap<>(texts);
            mutated.put(file, text.replace(replaced, expanded(by)));
            return new BlueprintFiles((Map<String, String>) mutated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code {{250 text}}} stands for so many of the text, of which {@code #} is the number. */
    static String expanded(String text) {
        return Pattern.compile("\\{\\{(\\d+) (.*?)}}", Pattern.DOTALL)
                .matcher(text)
                .replaceAll(match -> {
                    var repeated = new StringBuilder();
                    for (int i = 0; i < Integer.parseInt(match.group(1)); i++) {
                        repeated.append(match.group(2).replace("#", String.valueOf(i)));
                    }
                    return Matcher.quoteReplacement(repeated.toString());
                });
    }

    List<String> found() {
        return new BlueprintCompiler()
                .compile(files()).diagnostics().stream()
                        .map(found -> "%s %s%d:%d"
                                .formatted(
                                        found.code(),
                                        found.file().equals(BlueprintFiles.BLUEPRINT)
                                                ? ""
                                                : found.file().replaceAll(".*/|\\.yaml", "") + ":",
                                        found.line(),
                                        found.column()))
                        .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
