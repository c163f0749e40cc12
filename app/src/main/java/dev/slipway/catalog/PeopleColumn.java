package dev.slipway.catalog;

import dev.slipway.kernel.PersonId;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Several people as one JSON column. */
@Converter
@Immutable
final class PeopleColumn implements AttributeConverter<SortedSet<PersonId>, String> {

    @Override
    public String convertToDatabaseColumn(SortedSet<PersonId> people) {
        return JsonMapper.shared()
                .writeValueAsString(people.stream().map(PersonId::value).toList());
    }

    @Override
    public SortedSet<PersonId> convertToEntityAttribute(String json) {
        return JsonMapper.shared().readValue(json, new TypeReference<List<String>>() {}).stream()
                .map(PersonId::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
