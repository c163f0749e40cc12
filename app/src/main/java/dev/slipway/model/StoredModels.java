package dev.slipway.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.maxBy;

import java.util.Comparator;
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
        return models.findAll().stream().collect(groupingBy(Model::name, maxBy(Model.LATER))).values().stream()
                .flatMap(Optional::stream)
                .map(this::view)
                .sorted(Comparator.comparing(ModelView::title).thenComparing(ModelView::name))
                .toList();
    }

    @Override
    public Optional<ModelView> find(String name) {
        return models.findByKeyName(name).stream().max(Model.LATER).map(this::view);
    }

    private ModelView view(Model model) {
        return model.view(settings.registry());
    }
}
