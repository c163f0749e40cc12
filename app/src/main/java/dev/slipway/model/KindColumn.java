package dev.slipway.model;

import dev.slipway.model.ModelView.Kind;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A kind as the word that blueprints use. */
@Converter
final class KindColumn implements AttributeConverter<Kind, String> {

    @Override
    public String convertToDatabaseColumn(Kind kind) {
        return kind.word();
    }

    @Override
    public Kind convertToEntityAttribute(String word) {
        return Kind.of(word);
    }
}
