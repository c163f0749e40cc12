package dev.slipway.model;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The certified versions of models. */
interface ModelRepository extends Repository<Model, Model.Key> {

    List<Model> findAll();

    List<Model> findByKeyName(String name);

    boolean existsById(Model.Key key);

    Model saveAndFlush(Model model);
}
