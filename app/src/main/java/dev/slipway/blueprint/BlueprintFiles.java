package dev.slipway.blueprint;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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

    public BlueprintFiles(Map<String, String> byPath) {
        this(new TreeMap<>(byPath));
    }

    public BlueprintFiles {
        byPath = Collections.unmodifiableSortedMap(new TreeMap<>(byPath));
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
