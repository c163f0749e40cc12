package dev.slipway.catalog.web;

import dev.slipway.access.Caller;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.InstancesOfBlueprint;
import dev.slipway.catalog.web.CatalogCards.Card;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.shell.HtmxRequests;
import dev.slipway.shell.ui.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The catalog and the page of one blueprint; for everybody who is signed in. */
@Controller
class CatalogController {

    private static final int MINE = 4;
    private static final Map<String, String> CATEGORIES = Map.of(
            "inference", "Inference",
            "rag", "RAG",
            "finetune", "Training",
            "assistant", "Assistants",
            "ci", "CI and test",
            "notebook", "Notebooks",
            "batch", "Batch",
            "other", "Other");

    private final Catalog catalog;
    private final CatalogCards cards;
    private final ObjectProvider<InstancesOfBlueprint> instances;
    private final TeamBudget budget;
    private final BlueprintPage page;

    CatalogController(
            Catalog catalog,
            CatalogCards cards,
            ObjectProvider<InstancesOfBlueprint> instances,
            TeamBudget budget,
            BlueprintPage page) {
        this.catalog = catalog;
        this.cards = cards;
        this.instances = instances;
        this.budget = budget;
        this.page = page;
    }

    @GetMapping("/catalog")
    String catalog(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String tag,
            Model model,
            HttpServletRequest request) {
        var all = cards.all();
        var found = all.stream().filter(card -> card.matches(q)).toList();
        model.addAttribute("q", q);
        model.addAttribute("category", category);
        model.addAttribute("tag", tag);
        model.addAttribute("total", all.size());
        model.addAttribute("categories", categories(found, q, category));
        model.addAttribute("cards", chosen(found, category, tag));
        model.addAttribute("mayLaunch", !caller.teams().isEmpty());
        model.addAttribute("budget", budget.of(caller).orElse(null));
        var known = instances.getIfAvailable();
        model.addAttribute("mine", known == null ? List.of() : known.mine(caller, MINE));
        return HtmxRequests.wantsFragment(request) ? "catalog/catalog :: results" : "catalog/catalog";
    }

    @GetMapping("/catalog/{name}")
    String blueprint(Caller caller, @PathVariable String name, Model model) {
        var version = catalog.latest(name)
                .orElseThrow(() -> new NotFoundException("blueprint-not-found", "There is no blueprint " + name + "."));
        page.fill(caller, version, model);
        model.addAttribute("mayLaunch", !caller.teams().isEmpty());
        model.addAttribute("mayEdit", caller.isPlatformAdmin());
        model.addAttribute("crumbs", List.of(new Crumb("Catalog", "/catalog")));
        return "catalog/blueprint";
    }

    private static List<Card> chosen(List<Card> found, String category, String tag) {
        return found.stream()
                .filter(card ->
                        category.isEmpty() || card.descriptor().category().equals(category))
                .filter(card -> tag.isEmpty() || card.descriptor().tags().contains(tag))
                .toList();
    }

    private static List<Pill> categories(List<Card> found, String q, String chosen) {
        var counts = found.stream()
                .collect(Collectors.groupingBy(card -> card.descriptor().category(), Collectors.counting()));
        var pills = new ArrayList<Pill>();
        pills.add(new Pill("All", href(q, ""), found.size(), chosen.isEmpty()));
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Pill(
                        CATEGORIES.getOrDefault(entry.getKey(), entry.getKey()),
                        href(q, entry.getKey()),
                        entry.getValue(),
                        entry.getKey().equals(chosen)))
                .forEach(pills::add);
        return pills;
    }

    private static String href(String q, String category) {
        var address = UriComponentsBuilder.fromPath("/catalog");
        if (!q.isBlank()) {
            address.queryParam("q", "{q}");
        }
        if (!category.isEmpty()) {
            address.queryParam("category", category);
        }
        return q.isBlank()
                ? address.build().toUriString()
                : address.encode().buildAndExpand(q).toUriString();
    }

    record Pill(String label, String href, long count, boolean current) {}
}
