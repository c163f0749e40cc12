package dev.slipway.docs;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** The settings of one room as a section of the reference. */
final class SettingsTable {

    /** Javadoc that only makes sense after the name which it is about. */
    private static final Pattern GOES_ON = Pattern.compile("(of|after|it|its|besides|allocatable)\\b");

    private final String source;
    private final StringBuilder rows = new StringBuilder();

    private SettingsTable(Class<?> settings) {
        this.source = Sources.of(settings);
    }

    static String of(Class<?> settings) {
        var table = new SettingsTable(settings);
        table.add(prefix(settings), settings);
        return """

                ## %s

                %s

                | setting | type | default | is |
                | --- | --- | --- | --- |
                %s""".formatted(prefix(settings), table.sentence(settings), table.rows);
    }

    static String prefix(Class<?> settings) {
        var annotation = settings.getAnnotation(ConfigurationProperties.class);
        return annotation.value().isEmpty() ? annotation.prefix() : annotation.value();
    }

    private void add(String prefix, Class<?> type) {
        var components = type.getRecordComponents();
        var parameters = type.getDeclaredConstructors()[0].getParameters();
        IntStream.range(0, components.length).forEach(index -> add(prefix, type, components[index], parameters[index]));
    }

    private void add(String prefix, Class<?> owner, RecordComponent component, Parameter parameter) {
        var name = prefix + "." + kebab(component.getName());
        var type = component.getGenericType();
        var element = element(type);
        if (element.isRecord()) {
            if (element != component.getType()) {
                row(name, "list", isOptional(component, parameter) ? "none" : "", description(owner, component));
            }
            add(element == component.getType() ? name : name + "[]", element);
        } else {
            row(
                    Map.class.isAssignableFrom(component.getType()) ? name + ".<key>" : name,
                    words(type),
                    standard(component, parameter),
                    description(owner, component));
        }
    }

    private void row(String name, String type, String standard, String description) {
        rows.append("| `%s` | %s | %s | %s |%n".formatted(name, type, standard, capital(description)));
    }

    private static Class<?> element(Type type) {
        if (type instanceof ParameterizedType several) {
            return element(several.getActualTypeArguments()[several.getActualTypeArguments().length - 1]);
        }
        return (Class<?>) type;
    }

    private static String standard(RecordComponent component, Parameter parameter) {
        var standard = parameter.getAnnotation(DefaultValue.class);
        if (standard != null && standard.value().length > 0 && !standard.value()[0].isEmpty()) {
            return "`" + String.join(", ", standard.value()) + "`";
        }
        return isOptional(component, parameter) ? "none" : "";
    }

    private static boolean isOptional(RecordComponent component, Parameter parameter) {
        return parameter.isAnnotationPresent(DefaultValue.class)
                || component.getType() == Optional.class
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String words(Type type) {
        var plain = element(type);
        var word = words(plain);
        if (type instanceof ParameterizedType several && several.getRawType() == List.class) {
            return "list of " + word;
        }
        return word;
    }

    private static String words(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant ->
                            "`" + constant.toString().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                    .collect(Collectors.joining(" "));
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        return Map.of(Duration.class, "duration", DataSize.class, "size", Path.class, "file", ZoneId.class, "time zone")
                .getOrDefault(type, "text");
    }

    /** The first sentences of a record's Javadoc. */
    private String sentence(Class<?> record) {
        return clean(javadoc(record).replaceFirst("(?s)@param.*", ""));
    }

    private String description(Class<?> owner, RecordComponent component) {
        var param = Pattern.compile("(?s)@param %s (.*?)(?=@param|$)".formatted(component.getName()))
                .matcher(javadoc(owner));
        if (!param.find()) {
            throw new AssertionError("%s.%s has no @param".formatted(owner.getSimpleName(), component.getName()));
        }
        var text = clean(param.group(1));
        return GOES_ON.matcher(text).lookingAt() ? kebab(component.getName()).replace('-', ' ') + " " + text : text;
    }

    private String javadoc(Class<?> record) {
        var before = source.substring(0, source.indexOf("record " + record.getSimpleName() + "("));
        return before.substring(before.lastIndexOf("/**") + 3, before.lastIndexOf("*/"));
    }

    private static String clean(String javadoc) {
        return javadoc.replaceAll("\\R\\s*\\*", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .strip();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
