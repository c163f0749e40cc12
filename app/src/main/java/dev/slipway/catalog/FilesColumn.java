package dev.slipway.catalog;

import dev.slipway.blueprint.BlueprintFiles;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A blueprint's files as one JSON column. */
final class FilesColumn {

    private FilesColumn() {}

    static String write(BlueprintFiles files) {
        return JsonMapper.shared().writeValueAsString(files.byPath());
    }

    static BlueprintFiles read(String json) {
        return new BlueprintFiles(JsonMapper.shared().readValue(json, new TypeReference<Map<String, String>>() {}));
    }
}
