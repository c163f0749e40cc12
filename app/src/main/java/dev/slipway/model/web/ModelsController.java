package dev.slipway.model.web;

import dev.slipway.model.Models;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The certified models; for everybody who is signed in. */
@Controller
class ModelsController {

    private final Models models;

    ModelsController(Models models) {
        this.models = models;
    }

    @GetMapping("/models")
    String models(Model model) {
        model.addAttribute("models", models.certified());
        return "model/models";
    }
}
