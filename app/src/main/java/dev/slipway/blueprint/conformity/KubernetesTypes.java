package dev.slipway.blueprint.conformity;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.slipway.blueprint.expression.Types;
import dev.slipway.blueprint.schema.Schema;
import java.util.LinkedHashMap;

/** The types that expressions see of Kubernetes objects. */
public final class KubernetesTypes {

    private KubernetesTypes() {}

    /** Declares the type of the objects of a schema, and what lies in it. */
    public static CelType declare(Types types, Schema schema) {
        return switch (schema) {
            case Schema.Text ignored -> SimpleType.STRING;
            case Schema.Whole ignored -> SimpleType.INT;
            case Schema.Truth ignored -> SimpleType.BOOL;
            // Whole or not, a number or a text: only the value tells.
            case Schema.Decimal ignored -> SimpleType.DYN;
            case Schema.WholeOrText ignored -> SimpleType.DYN;
            case Schema.Amount ignored -> SimpleType.DYN;
            case Schema.Anything ignored -> SimpleType.DYN;
            case Schema.Items items -> ListType.create(declare(types, items.item()));
            case Schema.Entries entries -> MapType.create(SimpleType.STRING, declare(types, entries.value()));
            case Schema.Fields fields -> object(types, fields);
        };
    }

    private static CelType object(Types types, Schema.Fields schema) {
        if (schema.open()) {
            return MapType.create(SimpleType.STRING, SimpleType.DYN);
        }
        if (types.isDeclared(schema.name())) {
            return StructTypeReference.create(schema.name());
        }
        var fields = new LinkedHashMap<String, Types.Field>();
        schema.fields().forEach((name, field) -> fields.put(name, Types.Field.of(declare(types, field))));
        return types.declare(schema.name(), fields);
    }
}
