package dev.slipway.model.web;

import dev.slipway.kernel.NotFoundException;
import dev.slipway.model.ModelView;
import dev.slipway.model.Models;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The certified models as JSON. */
@RestController
@RequestMapping("/api/v1/models")
class ModelApiController {

    private final Models models;

    ModelApiController(Models models) {
        this.models = models;
    }

    @GetMapping
    List<ModelView> all() {
        return models.certified();
    }

    @GetMapping("/{name}")
    ModelView one(@PathVariable String name) {
        return models.find(name)
                .orElseThrow(() ->
                        new NotFoundException("model-not-found", "There is no certified model %s.".formatted(name)));
    }
}
