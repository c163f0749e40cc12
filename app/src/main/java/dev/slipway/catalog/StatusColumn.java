package dev.slipway.catalog;

import dev.slipway.catalog.BlueprintVersion.Status;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** A status as the word that blueprints and pages use. */
@Converter
final class StatusColumn implements AttributeConverter<Status, String> {

    @Override
    public String convertToDatabaseColumn(Status status) {
        return status.word();
    }

    @Override
    public Status convertToEntityAttribute(String word) {
        return Status.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
