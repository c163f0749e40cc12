package dev.slipway.database;

import dev.slipway.Slipway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps the small applications that some rooms' tests bring out of the whole portal, whose scan finds them. */
final class OtherApplications extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory readers) {
        return type.getAnnotationMetadata().isAnnotated(SpringBootConfiguration.class.getName())
                && !type.getClassMetadata().getClassName().equals(Slipway.class.getName());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OtherApplications;
    }

    @Override
    public int hashCode() {
        return OtherApplications.class.hashCode();
    }
}
