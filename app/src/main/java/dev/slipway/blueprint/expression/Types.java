package dev.slipway.blueprint.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types with named fields that a blueprint's expressions know; values of them are plain maps. Complete before the
 * blueprint is handed out, and not altered after that.
 */
@SuppressWarnings("Immutable")
public final class Types implements CelTypeProvider {

    /**
     * A field of a type.
     *
     * @param certain whether it is always there; if not, it must be read with {@code .?}
     */
    public record Field(CelType type, boolean certain) {
        public static Field of(CelType type) {
            return new Field(type, true);
        }
    }

    private final Map<String, Map<String, Field>> fields = new HashMap<>();
    private final Map<String, CelType> types = new HashMap<>();

    /** Declares a type, or declares it anew; fields may get a more exact type later by {@link #refine}. */
    public CelType declare(String name, Map<String, Field> declared) {
        fields.put(name, new LinkedHashMap<>(declared));
        types.put(
                name,
                StructType.create(
                        name,
                        ImmutableSet.copyOf(declared.keySet()),
                        field -> field(name, field).map(Field::type)));
        return StructTypeReference.create(name);
    }

    public void refine(String name, String field, CelType type) {
        fields.getOrDefault(name, Map.of()).computeIfPresent(field, (ignored, old) -> new Field(type, old.certain()));
    }

    public Optional<Field> field(String type, String field) {
        return Optional.ofNullable(fields.getOrDefault(type, Map.of()).get(field));
    }

    public boolean isDeclared(String type) {
        return fields.containsKey(type);
    }

    public Set<String> fieldNames(String type) {
        return fields.getOrDefault(type, Map.of()).keySet();
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.copyOf(types.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
