package dev.slipway.blueprint.parameters;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema validator: formats asserted, patterns matched in linear time, nothing fetched. */
final class Schemas {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaCacheEnabled(false)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .regularExpressionFactory(Schemas::linear)
                            .build()));
    private static final Schema META =
            REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    private Schemas() {}

    static Schema of(Object schema) {
        return REGISTRY.getSchema(MAPPER.<JsonNode>valueToTree(schema));
    }

    static List<Error> validate(Schema schema, @Nullable Object value) {
        return schema.validate(MAPPER.<JsonNode>valueToTree(value));
    }

    /** What is wrong with a schema as such. */
    static List<Error> faults(Object schema) {
        return validate(META, schema);
    }

    static boolean isLinear(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static RegularExpression linear(String pattern) {
        var compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).find();
    }

    /** The steps from the root to what an error is about. */
    static List<String> steps(Error error) {
        var location = error.getInstanceLocation();
        var steps = new ArrayList<String>();
        for (int i = 0; i < location.getNameCount(); i++) {
            steps.add(String.valueOf(location.getElement(i)));
        }
        return steps;
    }
}
