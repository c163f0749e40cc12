package dev.slipway.catalog;

import dev.slipway.access.Caller;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.completion.Completions;
import dev.slipway.blueprint.completion.Proposals;
import org.springframework.stereotype.Service;

/** Proposes what may be written into a draft, of the schemas that it is checked against; platform admins only. */
@Service
public class DraftCompletions {

    private final ClusterSchemas schemas;

    DraftCompletions(ClusterSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * Waits for no cluster.
     *
     * @param files as they are, saved or not
     * @param line from 1
     * @param column from 0, in UTF-16 units
     * @throws dev.slipway.kernel.NotFoundException {@code draft-not-found} for everybody else
     */
    public Proposals at(Caller caller, String name, BlueprintFiles files, String file, int line, int column) {
        StoredDrafts.requireAdmin(caller, name);
        return new Completions(schemas.lately()).at(files, file, line, column);
    }
}
