package dev.slipway.catalog;

import dev.slipway.access.Caller;
import dev.slipway.blueprint.BlueprintFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Blueprints being edited; platform admins only, for everybody else they are not there. */
public interface Drafts {

    List<DraftView> all(Caller caller);

    Optional<DraftView> find(Caller caller, String name);

    /**
     * Keeps the files, right or wrong, as long as they are files of a blueprint within their bounds. Other words than there were withdraw a request for a signature.
     *
     * @param baseRevision the draft's revision that they were made from; 0 to begin a draft of the newest version
     * @throws dev.slipway.kernel.ConflictException {@code draft-conflict} when somebody saved meanwhile
     * @throws dev.slipway.kernel.InvalidException {@code not-a-file} or {@code file-too-large} for what is new in them
     */
    DraftView save(Caller caller, String name, BlueprintFiles files, long baseRevision);

    /**
     * Begins a blueprint that is new, with a few small files that pass the check.
     *
     * @throws dev.slipway.kernel.InvalidException {@code no-blueprint-name}
     * @throws dev.slipway.kernel.ConflictException {@code blueprint-exists} when there is one, or a draft, of that name
     */
    DraftView begin(Caller caller, String name);

    /**
     * Nothing happens where there is no draft.
     *
     * @param revision the draft's revision that was seen
     * @throws dev.slipway.kernel.ConflictException {@code draft-conflict} when somebody saved meanwhile; nothing is lost
     */
    void discard(Caller caller, String name, long revision);

    /** Checks files as they are typed; nothing is kept. */
    default DraftCheck check(Caller caller, String name, BlueprintFiles files, Optional<String> preset) {
        return check(caller, name, files, preset, Map.of());
    }

    /**
     * Checks files as they are typed, tried with values of the form that it would have; nothing is kept.
     *
     * @param typed what the form sends, which counts before the preset
     */
    DraftCheck check(
            Caller caller, String name, BlueprintFiles files, Optional<String> preset, Map<String, List<String>> typed);
}
