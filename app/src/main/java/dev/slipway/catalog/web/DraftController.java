package dev.slipway.catalog.web;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DraftView;
import dev.slipway.catalog.Drafts;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.shell.HtmxRequests;
import dev.slipway.shell.ui.Crumb;
import dev.slipway.shell.ui.Tab;
import dev.slipway.shell.ui.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One blueprint being edited. Every button works as a plain form; with htmx the check follows the typing. */
@Controller
@RequestMapping("/blueprints/{name}")
class DraftController {

    private final Catalog catalog;
    private final Drafts drafts;
    private final People people;
    private final CheckPage check;

    DraftController(Catalog catalog, Drafts drafts, People people, CheckPage check) {
        this.catalog = catalog;
        this.drafts = drafts;
        this.people = people;
        this.check = check;
    }

    /** What the form sends: one file of the draft, and where it was begun. */
    record Edit(String file, String text, long revision, String preset) {

        Edit(String file, String text, long revision, String preset) {
            this.file = file.isBlank() ? BlueprintFiles.BLUEPRINT : file;
            this.text = text.replace("\r\n", "\n");
            this.revision = revision;
            this.preset = preset;
        }

        BlueprintFiles in(BlueprintFiles files) {
            var byPath = new TreeMap<>(files.byPath());
            byPath.put(file, text);
            return new BlueprintFiles((Map<String, String>) byPath);
        }
    }

    @ModelAttribute("edit")
    Edit edit(
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") long revision,
            @RequestParam(defaultValue = "") String preset) {
        return new Edit(file, text, revision, preset);
    }

    @GetMapping("/draft")
    String open(Caller caller, @PathVariable String name, @ModelAttribute("edit") Edit edit, Model model) {
        BlueprintsController.requireAdmin(caller);
        var files = files(caller, name);
        var text = Optional.ofNullable(files.byPath().get(edit.file()))
                .orElseThrow(
                        () -> new NotFoundException("file-not-found", "The draft has no file " + edit.file() + "."));
        var revision = drafts.find(caller, name).map(DraftView::revision).orElse(0L);
        return page(caller, name, new Edit(edit.file(), text, revision, edit.preset()), model);
    }

    @PostMapping("/draft/check")
    String check(
            Caller caller,
            @PathVariable String name,
            @ModelAttribute("edit") Edit edit,
            Model model,
            HttpServletRequest request) {
        BlueprintsController.requireAdmin(caller);
        var page = page(caller, name, edit, model);
        return HtmxRequests.wantsFragment(request) ? "catalog/draft :: results" : page;
    }

    @PostMapping("/draft")
    String save(
            Caller caller,
            @PathVariable String name,
            @ModelAttribute("edit") Edit edit,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        BlueprintsController.requireAdmin(caller);
        try {
            drafts.save(caller, name, edit.in(files(caller, name)), edit.revision());
        } catch (ConflictException e) {
            return conflict(caller, name, edit, e, model, response);
        }
        flash.addFlashAttribute("toast", Toast.of("Done", "Draft saved", null));
        return "redirect:/blueprints/" + name + "/draft" + back(edit);
    }

    @PostMapping("/versions")
    String publish(
            Caller caller,
            @PathVariable String name,
            @ModelAttribute("edit") Edit edit,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        BlueprintsController.requireAdmin(caller);
        BlueprintVersion published;
        try {
            var saved = drafts.save(caller, name, edit.in(files(caller, name)), edit.revision());
            edit = new Edit(edit.file(), edit.text(), saved.revision(), edit.preset());
            published = drafts.publish(caller, name, saved.revision());
        } catch (ConflictException e) {
            return conflict(caller, name, edit, e, model, response);
        } catch (InvalidException e) {
            response.setStatus(422);
            model.addAttribute("refused", e.getMessage());
            return page(caller, name, edit, model);
        }
        flash.addFlashAttribute(
                "toast",
                Toast.linked(
                        "Done",
                        "Published %s %s".formatted(name, published.version()),
                        "New launches use it; running instances keep theirs.",
                        "Open in the catalog",
                        "/catalog/" + name));
        return "redirect:/blueprints";
    }

    @PostMapping("/draft/deletion")
    String discard(Caller caller, @PathVariable String name, RedirectAttributes flash) {
        BlueprintsController.requireAdmin(caller);
        drafts.discard(caller, name);
        flash.addFlashAttribute("toast", Toast.of("Done", "Draft discarded", null));
        return "redirect:/blueprints";
    }

    /** What was typed stays; what was saved meanwhile stands beside it; saving again means over it. */
    private String conflict(
            Caller caller,
            String name,
            Edit edit,
            ConflictException conflict,
            Model model,
            HttpServletResponse response) {
        response.setStatus(409);
        var saved = drafts.find(caller, name);
        model.addAttribute("conflict", conflict.getMessage());
        model.addAttribute(
                "theirs",
                saved.map(draft -> draft.files().byPath().getOrDefault(edit.file(), ""))
                        .orElse(""));
        var revision = saved.map(DraftView::revision).orElse(0L);
        return page(caller, name, new Edit(edit.file(), edit.text(), revision, edit.preset()), model);
    }

    private String page(Caller caller, String name, Edit edit, Model model) {
        var files = edit.in(files(caller, name));
        var draft = drafts.find(caller, name);
        model.addAttribute("name", name);
        model.addAttribute("edit", edit);
        model.addAttribute("draft", draft.orElse(null));
        model.addAttribute(
                "savedBy", draft.map(saved -> people.nameOf(saved.savedBy())).orElse(null));
        model.addAttribute("newest", catalog.latest(name).orElse(null));
        model.addAttribute("tabs", tabs(name, files, edit.file()));
        model.addAttribute("crumbs", List.of(new Crumb("Blueprints", "/blueprints")));
        check.fill(drafts.check(caller, name, files, preset(edit)), edit.file(), edit.text(), model);
        return "catalog/draft";
    }

    private static Optional<String> preset(Edit edit) {
        return edit.preset().isBlank() ? Optional.empty() : Optional.of(edit.preset());
    }

    private static List<Tab> tabs(String name, BlueprintFiles files, String chosen) {
        return files.byPath().keySet().stream()
                .map(path ->
                        new Tab(path, "/blueprints/%s/draft?file=%s".formatted(name, path), null, path.equals(chosen)))
                .toList();
    }

    private static String back(Edit edit) {
        return edit.file().equals(BlueprintFiles.BLUEPRINT) ? "" : "?file=" + edit.file();
    }

    private BlueprintFiles files(Caller caller, String name) {
        return drafts.find(caller, name)
                .map(DraftView::files)
                .or(() -> catalog.latest(name).map(BlueprintVersion::files))
                .orElseThrow(() -> new NotFoundException("blueprint-not-found", "There is no blueprint " + name + "."));
    }
}
