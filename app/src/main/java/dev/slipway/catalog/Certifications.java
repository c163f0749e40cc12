package dev.slipway.catalog;

import dev.slipway.access.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The second signature: a draft becomes a certified version when a platform admin signs it who has not written a word of it.
 * What is signed is one content, by its hash; a draft that is edited afterwards needs to be asked for again. For everybody
 * but platform admins nothing of this is there.
 */
public interface Certifications {

    /** The request that waits for a signature. */
    Optional<CertificationView> waiting(Caller caller, String name);

    /** The newest first, those that have ended among them. */
    List<CertificationView> history(Caller caller, String name);

    /** How many wait that this caller may sign. */
    int waitingFor(Caller caller);

    /**
     * Asks for a signature under the draft as it is saved.
     *
     * @param note what is new, for whoever signs and for those who will choose the version
     * @throws dev.slipway.kernel.InvalidException {@code not-publishable} while anything is missing, {@code no-change-note}
     * @throws dev.slipway.kernel.ConflictException {@code draft-conflict} when somebody saved since {@code baseRevision},
     *     {@code certification-waits} when it was asked for already
     */
    CertificationView ask(Caller caller, String name, long baseRevision, String note);

    /**
     * Signs: the draft becomes a certified version.
     *
     * @param contentHash what the caller has seen
     * @throws dev.slipway.kernel.RefusedException {@code own-draft} for whoever asked or wrote in it
     * @throws dev.slipway.kernel.ConflictException {@code certification-ended} when it was decided, withdrawn or edited
     *     meanwhile, {@code version-exists}
     * @throws dev.slipway.kernel.InvalidException {@code not-publishable} when something is missing by now
     */
    BlueprintVersion sign(Caller caller, String name, UUID id, String contentHash);

    /**
     * Sends it back to its authors.
     *
     * @throws dev.slipway.kernel.InvalidException {@code no-comment} without a reason
     * @throws dev.slipway.kernel.RefusedException {@code own-draft} for whoever asked or wrote in it
     * @throws dev.slipway.kernel.ConflictException {@code certification-ended}
     */
    void sendBack(Caller caller, String name, UUID id, String comment);

    /**
     * Takes it back.
     *
     * @throws dev.slipway.kernel.RefusedException {@code not-yours} for those who neither asked nor wrote in it
     * @throws dev.slipway.kernel.ConflictException {@code certification-ended}
     */
    void withdraw(Caller caller, String name, UUID id);
}
