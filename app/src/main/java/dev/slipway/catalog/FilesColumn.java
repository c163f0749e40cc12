package dev.slipway.catalog;

import dev.slipway.blueprint.BlueprintFiles;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A blueprint's files as one JSON column. */
@Converter
@Immutable
final class FilesColumn implements AttributeConverter<BlueprintFiles, String> {

    @Override
    public String convertToDatabaseColumn(BlueprintFiles files) {
        return JsonMapper.shared().writeValueAsString(files.byPath());
    }

    @Override
    public BlueprintFiles convertToEntityAttribute(String json) {
        return new BlueprintFiles(JsonMapper.shared().readValue(json, new TypeReference<Map<String, String>>() {}));
    }
}
