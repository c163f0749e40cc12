package dev.slipway.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The requests for a signature. */
interface CertificationRepository extends Repository<Certification, UUID> {

    Optional<Certification> findByIdAndBlueprint(UUID id, String blueprint);

    Optional<Certification> findByBlueprintAndStatus(String blueprint, CertificationStatus status);

    List<Certification> findByStatus(CertificationStatus status);

    List<Certification> findByBlueprintOrderByAskedAtDesc(String blueprint);

    Certification saveAndFlush(Certification certification);

    default Optional<Certification> waiting(String blueprint) {
        return findByBlueprintAndStatus(blueprint, CertificationStatus.WAITING);
    }
}
