package dev.slipway.model;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registry as entities; of a model with several versions the one certified last counts. */
@Service
@Transactional(readOnly = true)
class StoredModels implements Models {

    private final ModelRepository models;
    private final ModelSettings settings;

    StoredModels(ModelRepository models, ModelSettings settings) {
        this.models = models;
        this.settings = settings;
    }

    @Override
    public List<ModelView> certified() {
        return models.newest().stream()
                .map(model -> model.view(settings.registry()))
                .toList();
    }

    @Override
    public Optional<ModelView> find(String name) {
        return models.findFirstByKeyNameOrderByCertifiedAtDescKeyVersionDesc(name)
                .map(model -> model.view(settings.registry()));
    }
}
