package dev.slipway.model;

import dev.slipway.model.Model.Key;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The certified versions of models. */
interface ModelRepository extends Repository<Model, Key> {

    /** Of each model the version certified last, by title. */
    @Query("""
            select model from Model model
            where not exists (
                select 1 from Model newer where newer.key.name = model.key.name
                and (newer.certifiedAt > model.certifiedAt
                    or newer.certifiedAt = model.certifiedAt and newer.key.version > model.key.version))
            order by model.title
            """)
    List<Model> newest();

    Optional<Model> findFirstByKeyNameOrderByCertifiedAtDescKeyVersionDesc(String name);

    boolean existsById(Key key);

    Model saveAndFlush(Model model);
}
