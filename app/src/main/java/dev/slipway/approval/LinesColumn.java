package dev.slipway.approval;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lines of text as one JSON column. */
@Converter
@Immutable
final class LinesColumn implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> lines) {
        return JsonMapper.shared().writeValueAsString(lines);
    }

    @Override
    public List<String> convertToEntityAttribute(String json) {
        return JsonMapper.shared().readValue(json, new TypeReference<List<String>>() {});
    }
}
