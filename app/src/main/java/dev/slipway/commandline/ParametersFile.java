package dev.slipway.commandline;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A file with a mapping of values, in YAML and therefore in JSON too. */
final class ParametersFile {

    private ParametersFile() {}

    /** What is in it; nothing where no file is named. */
    static Map<String, Object> read(@Nullable Path file) {
        if (file == null) {
            return Map.of();
        }
        try {
            var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
            return mapping(file, new Load(settings).loadFromString(BlueprintFolder.text(file)));
        } catch (YamlEngineException e) {
            throw new UnusableFileException("%s is not YAML: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Map<String, Object> mapping(Path file, @Nullable Object read) {
        if (!(read instanceof Map<?, ?> map)) {
            throw new UnusableFileException("%s has no mapping of names to values.".formatted(file));
        }
        var values = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> {
            if (value != null) {
                values.put(String.valueOf(name), value);
            }
        });
        return values;
    }
}
