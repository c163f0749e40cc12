package dev.slipway.provisioning.web;

import dev.slipway.access.Caller;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.RefusedException;
import dev.slipway.provisioning.InstanceView;
import dev.slipway.provisioning.Instances;
import dev.slipway.provisioning.ObjectView;
import dev.slipway.provisioning.OutputView;
import dev.slipway.shell.ui.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person does to an instance with one button, each act a resource that is created. */
@Controller
@RequestMapping("/instances/{id}")
class InstanceActsController {

    private final Instances instances;
    private final InstancePages pages;

    InstanceActsController(Instances instances, InstancePages pages) {
        this.instances = instances;
        this.pages = pages;
    }

    @GetMapping("/deletion")
    String confirmDeletion(@PathVariable String id, Caller caller, Model model) {
        return deletionPage(workedOn(caller, id), caller, model);
    }

    @PostMapping("/deletion")
    Object delete(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String typed,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var page = workedOn(caller, id);
        var instance = page.instance();
        if (mustBeNamed(instance, volumes(caller, instance.id()))
                && !typed.strip().equals(instance.name())) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("wrong", true);
            return deletionPage(page, caller, model);
        }
        instances.delete(caller, instance.id());
        flash.addFlashAttribute("toast", Toast.of("Deleting", instance.name() + " is being deleted", null));
        return SeeOther.to(page.path());
    }

    private String deletionPage(InstancePage page, Caller caller, Model model) {
        var instance = page.instance();
        var secrets = instance.outputs().stream().filter(OutputView::secret).count();
        var volumes = volumes(caller, instance.id());
        model.addAttribute("page", page);
        model.addAttribute("volumes", String.join(", ", volumes));
        model.addAttribute("named", mustBeNamed(instance, volumes));
        model.addAttribute("production", instance.kind() == EnvironmentKind.PROD);
        model.addAttribute("objects", instances.objects(caller, instance.id()).size());
        model.addAttribute("keys", secrets);
        return "provisioning/deletion";
    }

    private InstancePage workedOn(Caller caller, String id) {
        var page = pages.page(caller, InstancePages.id(id), "");
        if (!page.mayWork()) {
            throw new RefusedException(
                    "not-a-member",
                    "Only members of the team %s may do this."
                            .formatted(page.team().title()));
        }
        return page;
    }

    /** What holds data that nobody could bring back. */
    private List<String> volumes(Caller caller, InstanceId id) {
        return instances.objects(caller, id).stream()
                .filter(object -> object.kind().equals("PersistentVolumeClaim"))
                .map(ObjectView::name)
                .toList();
    }

    private static boolean mustBeNamed(InstanceView instance, List<String> volumes) {
        return instance.kind() == EnvironmentKind.PROD || !volumes.isEmpty();
    }

    @PostMapping("/attempts")
    Object retry(@PathVariable String id, Caller caller, RedirectAttributes flash) {
        instances.retry(caller, InstancePages.id(id));
        flash.addFlashAttribute("toast", Toast.of("Provisioning", "It is tried again", null));
        return SeeOther.to("/instances/" + id);
    }

    @PostMapping("/withdrawal")
    Object withdraw(@PathVariable String id, Caller caller, RedirectAttributes flash) {
        instances.withdraw(caller, InstancePages.id(id));
        flash.addFlashAttribute("toast", Toast.of("Withdrawn", "The request is withdrawn", null));
        return SeeOther.to("/instances/" + id);
    }

    /** Answers with the value itself: it is nowhere kept from which a redirect could show it. */
    @PostMapping("/disclosures")
    String reveal(@PathVariable String id, @RequestParam String output, Caller caller, Model model) {
        var page = pages.page(caller, InstancePages.id(id), "");
        model.addAttribute("page", page);
        model.addAttribute(
                "output",
                page.instance().outputs().stream()
                        .filter(each -> each.name().equals(output))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("value", instances.reveal(caller, page.instance().id(), output));
        return "provisioning/disclosure";
    }
}
