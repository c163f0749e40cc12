package dev.slipway.catalog;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.schema.KubernetesSchemas;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The schemas that versions were checked against, each once. */
@Repository
class UsedSchemas {

    private final JdbcClient jdbc;

    UsedSchemas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps those of the blueprint's kinds, in the caller's transaction, and gives their digest. */
    String keep(Blueprint blueprint, KubernetesSchemas schemas) {
        var used = schemas.only(blueprint.kinds());
        jdbc.sql("""
                insert into catalog.schemas (digest, kubernetes, document)
                values (:digest, :kubernetes, :document::jsonb) on conflict do nothing""")
                .param("digest", used.digest())
                .param("kubernetes", used.version())
                .param("document", JsonMapper.shared().writeValueAsString(used.document()))
                .update();
        return used.digest();
    }
}
