package dev.slipway.database;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/**
 * JSON columns reach an entity's converter as the text that they are. Spares Hibernate an object mapper of its own, for which
 * it would search the whole class path at each start.
 */
final class JsonText implements FormatMapper {

    @Override
    public <T> T fromString(CharSequence json, JavaType<T> type, WrapperOptions options) {
        return type.getJavaTypeClass().cast(json.toString());
    }

    @Override
    public <T> String toString(T json, JavaType<T> type, WrapperOptions options) {
        return (String) json;
    }
}
