package dev.slipway.provisioning.web;

import dev.slipway.access.Caller;
import dev.slipway.kernel.InvalidException;
import dev.slipway.provisioning.InstanceView;
import dev.slipway.provisioning.Instances;
import dev.slipway.provisioning.Submission;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Instances for programs. What the pages do, over the same calls. */
@RestController
@RequestMapping(
        path = "/api/v1/instances",
        produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
class InstanceApiController {

    private static final String PATH = "/api/v1/instances/";

    private final Instances instances;
    private final ApiForms forms;

    InstanceApiController(Instances instances, ApiForms forms) {
        this.instances = instances;
        this.forms = forms;
    }

    @GetMapping
    List<InstanceJson> list(@RequestParam MultiValueMap<String, String> query, Caller caller) {
        var wanted = InstanceQuery.of(forms.team(query.getFirst("team")), query);
        return instances.list(caller, wanted.broad()).stream()
                .filter(wanted::matches)
                .map(InstanceJson::of)
                .toList();
    }

    @GetMapping("/{id}")
    InstanceJson get(@PathVariable String id, Caller caller) {
        return InstanceJson.of(instances.get(caller, InstancePages.id(id)));
    }

    /** What a launch would come to; nothing is written. */
    @PostMapping("/plan")
    PlanJson plan(@RequestBody LaunchJson launch, Caller caller) {
        return PlanJson.of(instances.plan(caller, forms.launch(launch)));
    }

    /** Launches. With the same Idempotency-Key it answers with the same instance, however often it is sent. */
    @PostMapping
    ResponseEntity<Object> submit(
            @RequestBody LaunchJson launch, @RequestHeader("Idempotency-Key") Optional<String> key, Caller caller) {
        return answer(caller, instances.submit(caller, forms.launch(launch), key(key)), HttpStatus.CREATED);
    }

    @PutMapping("/{id}/parameters")
    ResponseEntity<Object> change(
            @PathVariable String id,
            @RequestBody ChangeJson change,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            Caller caller) {
        var instance = InstancePages.id(id);
        return answer(caller, instances.change(caller, instance, forms.change(change), key(key)), HttpStatus.ACCEPTED);
    }

    /** Accepted at once; it is gone when its state says so. */
    @DeleteMapping("/{id}")
    ResponseEntity<InstanceJson> delete(@PathVariable String id, Caller caller) {
        var instance = InstancePages.id(id);
        instances.delete(caller, instance);
        return ResponseEntity.accepted().body(InstanceJson.of(instances.get(caller, instance)));
    }

    private static String key(Optional<String> sent) {
        var key = sent.map(String::strip).filter(text -> !text.isEmpty());
        if (key.filter(text -> text.length() > 200).isPresent()) {
            throw new InvalidException(
                    "idempotency-key", "An Idempotency-Key has at most 200 characters.", "Idempotency-Key");
        }
        return key.orElseGet(() -> UUID.randomUUID().toString());
    }

    private ResponseEntity<Object> answer(Caller caller, Submission submission, HttpStatus status) {
        return switch (submission) {
            case Submission.Accepted accepted -> {
                InstanceView view = instances.get(caller, accepted.instance());
                yield ResponseEntity.status(accepted.waitsForApproval() ? HttpStatus.ACCEPTED : status)
                        .location(URI.create(PATH + accepted.instance()))
                        .body(InstanceJson.of(view));
            }
            case Submission.Refused refused -> PlanJson.refusal(refused.plan());
        };
    }
}
