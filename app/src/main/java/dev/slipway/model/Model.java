package dev.slipway.model;

import dev.slipway.model.ExampleModels.Example;
import dev.slipway.model.ModelView.Kind;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A certified version of a model: an OCI artifact in the house, named by its digest. */
@Entity
@Table(schema = "model", name = "version")
class Model {

    /** The version certified later; of those certified together, the one with the later name. */
    static final Comparator<Model> LATER =
            Comparator.comparing((Model model) -> model.certifiedAt).thenComparing(model -> model.key.version);

    @EmbeddedId
    private Key key;

    private String title;

    /** Within the registry. */
    private String path;

    private String digest;

    private String licence;

    @Convert(converter = KindColumn.class)
    private Kind kind;

    private long weightsBytes;

    private long parameters;

    private long kvBytesPerToken;

    private long contextLength;

    private String quantisation;

    private int dimensions;

    private String description;

    private Instant certifiedAt;

    @Version
    private @Nullable Long changes;

    protected Model() {}

    Model(Example example, Instant certifiedAt) {
        this.key = new Key(example.name(), example.version());
        this.title = example.title();
        this.path = example.path();
        this.digest = example.digest();
        this.licence = example.licence();
        this.kind = Kind.of(example.kind());
        this.weightsBytes = example.weightsBytes();
        this.parameters = example.parameters();
        this.kvBytesPerToken = example.kvBytesPerToken();
        this.contextLength = example.contextLength();
        this.quantisation = example.quantisation();
        this.dimensions = example.dimensions();
        this.description = example.description();
        this.certifiedAt = certifiedAt;
    }

    String name() {
        return key.name;
    }

    ModelView view(String registry) {
        return new ModelView(
                key.name,
                title,
                key.version,
                digest,
                registry + "/" + path,
                licence,
                kind,
                weightsBytes,
                parameters,
                kvBytesPerToken,
                contextLength,
                quantisation,
                dimensions,
                description);
    }

    @Embeddable
    record Key(String name, String version) {}
}
