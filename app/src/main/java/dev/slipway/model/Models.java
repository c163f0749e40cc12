package dev.slipway.model;

import java.util.List;
import java.util.Optional;

/** The model registry. */
public interface Models {

    /** By title. */
    List<ModelView> certified();

    /** Empty as well for a model that is not certified. */
    Optional<ModelView> find(String name);
}
