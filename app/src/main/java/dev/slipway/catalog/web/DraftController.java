package dev.slipway.catalog.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.Correction;
import dev.slipway.blueprint.TextDiff;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DraftView;
import dev.slipway.catalog.Drafts;
import dev.slipway.catalog.DryRuns;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.shell.HtmxRequests;
import dev.slipway.shell.SecurityHeaders;
import dev.slipway.shell.ui.Crumb;
import dev.slipway.shell.ui.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** One blueprint being edited. Every button works as a plain form; with htmx the check follows the typing. */
@Controller
@RequestMapping("/blueprints/{name}")
class DraftController {

    private final Catalog catalog;
    private final Drafts drafts;
    private final DraftFiles files;
    private final DryRuns dryRuns;
    private final People people;
    private final CheckPage check;

    DraftController(Catalog catalog, Drafts drafts, DraftFiles files, DryRuns dryRuns, People people, CheckPage check) {
        this.catalog = catalog;
        this.drafts = drafts;
        this.files = files;
        this.dryRuns = dryRuns;
        this.people = people;
        this.check = check;
    }

    @ModelAttribute("edit")
    Edit edit(
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") long revision,
            @RequestParam(defaultValue = "") String preset,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam MultiValueMap<String, String> sent) {
        return new Edit(file, text, revision, preset, preset.equals(shown) ? Edit.values(sent) : Map.of());
    }

    /** Opens another file of the draft; what was typed into this one is saved before, and nothing is where nothing was. */
    @PostMapping("/draft/files")
    String turn(
            Caller caller,
            @PathVariable String name,
            @ModelAttribute("edit") Edit edit,
            @RequestParam String open,
            Model model,
            HttpServletResponse response) {
        BlueprintsController.requireAdmin(caller);
        var known = files.of(caller, name);
        if (!edit.text().equals(known.byPath().get(edit.file()))) {
            return saving(
                    caller, name, edit, edit.in(known), model, response, saved -> "redirect:" + address(name, open));
        }
        return "redirect:" + address(name, open);
    }

    /** Adds a file, which is saved with what was typed into the one that is open. */
    @PostMapping("/draft/files/new")
    String add(
            Caller caller,
            @PathVariable String name,
            @ModelAttribute("edit") Edit edit,
            @RequestParam String path,
            Model model,
            HttpServletResponse response) {
        BlueprintsController.requireAdmin(caller);
        var known = edit.in(files.of(caller, name));
        if (known.byPath().containsKey(path)) {
            return refused(caller, name, edit, "There is a file %s already.".formatted(path), model, response);
        }
        return saving(
                caller, name, edit, known.with(path, ""), model, response, saved -> "redirect:" + address(name, path));
    }

    /** Takes the file that is open out of the draft. */
    @PostMapping("/draft/files/deletion")
    String remove(
            Caller caller,
            @PathVariable String name,
            @ModelAttribute("edit") Edit edit,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        BlueprintsController.requireAdmin(caller);
        if (edit.file().equals(BlueprintFiles.BLUEPRINT)) {
            return refused(caller, name, edit, "There is no blueprint without its blueprint.yaml.", model, response);
        }
        return saving(caller, name, edit, files.of(caller, name).without(edit.file()), model, response, saved -> {
            flash.addFlashAttribute("toast", Toast.of("Done", "Deleted " + edit.file(), null));
            return "redirect:" + address(name, BlueprintFiles.BLUEPRINT);
        });
    }

    /** The editor brings styles of its own, which this page alone allows. */
    @ModelAttribute("styleNonce")
    String styleNonce(HttpServletRequest request) {
        var nonce = KeyGenerators.secureRandom(16).generateKey();
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
        request.setAttribute(SecurityHeaders.STYLE_NONCE, text);
        return text;
    }

    @GetMapping("/draft")
    String open(Caller caller, @PathVariable String name, @ModelAttribute("edit") Edit edit, Model model) {
        BlueprintsController.requireAdmin(caller);
        var text = Optional.ofNullable(files.of(caller, name).byPath().get(edit.file()))
                .orElseThrow(
                        () -> new NotFoundException("file-not-found", "The draft has no file " + edit.file() + "."));
        var revision = drafts.find(caller, name).map(DraftView::revision).orElse(0L);
        return page(caller, name, edit.with(text).at(revision), model);
    }

    @PostMapping("/draft/check")
    String check(
            Caller caller,
            @PathVariable String name,
            @ModelAttribute("edit") Edit edit,
            @RequestParam(defaultValue = "") String run,
            Model model,
            HttpServletRequest request) {
        BlueprintsController.requireAdmin(caller);
        var page = page(caller, name, edit, model);
        model.addAttribute("fragment", HtmxRequests.wantsFragment(request));
        model.addAttribute("run", !run.isEmpty());
        return HtmxRequests.wantsFragment(request) ? "catalog/draft :: results" : page;
    }

    /** Takes the fix of one of the problems, as the list of problems counts them. */
    @PostMapping("/draft/correction")
    String correct(
            Caller caller,
            @PathVariable String name,
            @ModelAttribute("edit") Edit edit,
            @RequestParam int problem,
            Model model) {
        BlueprintsController.requireAdmin(caller);
        var diagnostics = drafts.check(caller, name, edit.in(files.of(caller, name)), preset(edit))
                .compilation()
                .diagnostics();
        if (problem < 0 || problem >= diagnostics.size()) {
            return page(caller, name, edit, model);
        }
        var mended = Correction.of(diagnostics.get(problem), edit.text()).in(edit.text());
        return page(caller, name, edit.with(mended), model);
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
        return saving(caller, name, edit, edit.in(files.of(caller, name)), model, response, saved -> {
            flash.addFlashAttribute("toast", Toast.of("Done", "Draft saved", null));
            return "redirect:" + address(name, edit.file());
        });
    }

    /** Saves what was typed, and goes on to what publishing it would mean. */
    @PostMapping("/impact")
    String publish(
            Caller caller,
            @PathVariable String name,
            @ModelAttribute("edit") Edit edit,
            Model model,
            HttpServletResponse response) {
        BlueprintsController.requireAdmin(caller);
        return saving(caller, name, edit, edit.in(files.of(caller, name)), model, response, saved -> {
            var check = drafts.check(caller, name, saved.files(), preset(edit));
            if (!check.publishable()) {
                model.addAttribute("refusedTitle", "draft.refused");
                return refused(
                        caller, name, edit.at(saved.revision()), String.join(" ", check.missing()), model, response);
            }
            dryRuns.start(caller, name, false);
            return "redirect:/blueprints/" + name + "/impact";
        });
    }

    /** Who has not seen what was saved last is shown it instead. */
    @PostMapping("/draft/deletion")
    String discard(
            Caller caller,
            @PathVariable String name,
            @ModelAttribute("edit") Edit edit,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        BlueprintsController.requireAdmin(caller);
        try {
            drafts.discard(caller, name, edit.revision());
        } catch (ConflictException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("refused", e.getMessage());
            model.addAttribute("refusedTitle", "draft.refused.discard");
            return open(caller, name, new Edit("", "", 0, "", Map.of()), model);
        }
        flash.addFlashAttribute("toast", Toast.of("Done", "Draft discarded", null));
        return "redirect:/blueprints";
    }

    /** What cannot be saved stays on the page with the reason. */
    private String saving(
            Caller caller,
            String name,
            Edit edit,
            BlueprintFiles written,
            Model model,
            HttpServletResponse response,
            Function<DraftView, String> then) {
        DraftView saved;
        try {
            saved = drafts.save(caller, name, written, edit.revision());
        } catch (ConflictException e) {
            return conflict(caller, name, edit, e, model, response);
        } catch (InvalidException e) {
            return refused(caller, name, edit, String.valueOf(e.getMessage()), model, response);
        }
        return then.apply(saved);
    }

    private String refused(
            Caller caller, String name, Edit edit, String why, Model model, HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("refused", why);
        return page(caller, name, edit, model);
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
        model.addAttribute(
                "between",
                saved.map(draft -> TextDiff.of(draft.files().byPath().getOrDefault(edit.file(), ""), edit.text()))
                        .orElse(null));
        var revision = saved.map(DraftView::revision).orElse(0L);
        return page(caller, name, edit.at(revision), model);
    }

    private String page(Caller caller, String name, Edit edit, Model model) {
        var edited = edit.in(files.of(caller, name));
        var draft = drafts.find(caller, name);
        model.addAttribute("name", name);
        model.addAttribute("fragment", false);
        model.addAttribute("run", false);
        model.addAttribute("edit", edit);
        model.addAttribute("draft", draft.orElse(null));
        model.addAttribute(
                "savedBy", draft.map(saved -> people.nameOf(saved.savedBy())).orElse(null));
        var newest = catalog.newest(name);
        model.addAttribute("newest", newest.orElse(null));
        model.addAttribute("tabs", tabs(edited, edit.file()));
        model.addAttribute("mayDelete", !edit.file().equals(BlueprintFiles.BLUEPRINT));
        model.addAttribute("crumbs", List.of(new Crumb("Blueprints", "/blueprints")));
        var outcome = drafts.check(caller, name, edited, preset(edit), edit.values());
        check.fill(outcome, edited, edit.file(), newest, model);
        return "catalog/draft";
    }

    private static Optional<String> preset(Edit edit) {
        return edit.preset().isBlank() ? Optional.empty() : Optional.of(edit.preset());
    }

    private static List<FileTab> tabs(BlueprintFiles files, String chosen) {
        return files.byPath().keySet().stream()
                .sorted(Comparator.comparingInt(DraftController::order))
                .map(path -> new FileTab(path, path.equals(chosen)))
                .toList();
    }

    record FileTab(String path, boolean current) {}

    /** What one came for first, then the tests. */
    private static int order(String path) {
        return switch (path) {
            case BlueprintFiles.BLUEPRINT -> 0;
            case BlueprintFiles.README -> 2;
            case BlueprintFiles.ICON -> 3;
            default -> 1;
        };
    }

    private static String address(String name, String file) {
        var draft = "/blueprints/" + name + "/draft";
        return file.equals(BlueprintFiles.BLUEPRINT)
                ? draft
                : draft + "?file=" + UriUtils.encodeQueryParam(file, UTF_8);
    }
}
