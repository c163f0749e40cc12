package dev.slipway.blueprint;

import dev.slipway.blueprint.source.YamlReader;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The text of a blueprint's folder.
 *
 * @param byPath content by path within the folder: {@code blueprint.yaml}, {@code README.md}, {@code tests/….yaml},
 *     {@code icon.svg}
 */
public record BlueprintFiles(SortedMap<String, String> byPath) {

    public static final String BLUEPRINT = "blueprint.yaml";
    public static final String README = "README.md";
    public static final String ICON = "icon.svg";
    public static final String TESTS = "tests/";

    private static final int SHOWN = 80;
    private static final Pattern TEST = Pattern.compile("tests/[a-z0-9][a-z0-9-]{0,60}\\.yaml");

    public BlueprintFiles(Map<String, String> byPath) {
        this(new TreeMap<>(byPath));
    }

    public BlueprintFiles {
        byPath = Collections.unmodifiableSortedMap(new TreeMap<>(byPath));
    }

    /** Whether a blueprint may have a file of this name. */
    public static boolean isName(String path) {
        return path.equals(BLUEPRINT)
                || path.equals(README)
                || path.equals(ICON)
                || TEST.matcher(path).matches();
    }

    /** What is said of a file that {@link #isName} refuses. */
    public static String wrongName(String path) {
        return "'%s' is no file of a blueprint: those are blueprint.yaml, README.md, icon.svg and tests/<name>.yaml."
                .formatted(shown(path));
    }

    /** As much of a path as a message can hold. */
    public static String shown(String path) {
        return path.length() > SHOWN ? path.substring(0, SHOWN) + "…" : path;
    }

    /** Whether a file may not hold as much. */
    public static boolean isTooLarge(String text) {
        return text.length() > YamlReader.MOST_CHARACTERS;
    }

    /** A folder that holds nothing but its {@code blueprint.yaml}. */
    public static BlueprintFiles of(String blueprint) {
        return new BlueprintFiles(Map.of(BLUEPRINT, blueprint));
    }

    /** The same folder with this text at the path, in place of what was there. */
    public BlueprintFiles with(String path, String text) {
        var files = new TreeMap<>(byPath);
        files.put(path, text);
        return new BlueprintFiles(files);
    }

    /** The same folder without the file at the path. */
    public BlueprintFiles without(String path) {
        var files = new TreeMap<>(byPath);
        files.remove(path);
        return new BlueprintFiles(files);
    }

    public String blueprint() {
        return byPath.getOrDefault(BLUEPRINT, "");
    }

    public String readme() {
        return byPath.getOrDefault(README, "");
    }

    public Optional<String> icon() {
        return Optional.ofNullable(byPath.get(ICON));
    }

    /** The files under {@code tests/}, by their whole path. */
    public SortedMap<String, String> tests() {
        var tests = new TreeMap<>(byPath);
        tests.keySet().removeIf(path -> !path.startsWith(TESTS) || !path.endsWith(".yaml"));
        return tests;
    }
}
