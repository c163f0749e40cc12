package dev.slipway.model;

import dev.slipway.model.ModelView.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registry as rows; of a model with several versions the one certified last counts. */
@Service
class JdbcModels implements Models {

    private static final String NEWEST =
            "select distinct on (name) * from model.version order by name, certified_at desc, version desc";

    private final JdbcClient jdbc;
    private final ModelSettings settings;

    JdbcModels(JdbcClient jdbc, ModelSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ModelView> certified() {
        return jdbc.sql("select * from (" + NEWEST + ") newest order by title")
                .query(this::view)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ModelView> find(String name) {
        return jdbc.sql("select * from (" + NEWEST + ") newest where name = :name")
                .param("name", name)
                .query(this::view)
                .optional();
    }

    private ModelView view(ResultSet row, int number) throws SQLException {
        return new ModelView(
                row.getString("name"),
                row.getString("title"),
                row.getString("version"),
                row.getString("digest"),
                settings.registry() + "/" + row.getString("path"),
                row.getString("licence"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getLong("weights_bytes"),
                row.getLong("parameters"),
                row.getLong("kv_bytes_per_token"),
                row.getLong("context_length"),
                row.getString("quantisation"),
                row.getInt("dimensions"),
                row.getString("description"));
    }
}
