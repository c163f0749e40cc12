package dev.slipway.approval.web;

import dev.slipway.access.Caller;
import dev.slipway.approval.RequestId;
import dev.slipway.approval.RequestView;
import dev.slipway.approval.Requests;
import dev.slipway.team.HoldingWords;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests as JSON, to read. */
@RestController
@RequestMapping("/api/v1/requests")
class RequestApiController {

    private final Requests requests;

    RequestApiController(Requests requests) {
        this.requests = requests;
    }

    @GetMapping
    List<Answer> open(Caller caller) {
        return java.util.stream.Stream.concat(requests.waitingFor(caller).stream(), requests.others(caller).stream())
                .map(RequestApiController::answer)
                .toList();
    }

    @GetMapping("/{id}")
    Answer one(Caller caller, @PathVariable UUID id) {
        return answer(requests.get(caller, new RequestId(id)));
    }

    private static Answer answer(RequestView view) {
        return new Answer(
                view.id().toString(),
                view.kind().name(),
                view.status().name(),
                view.team().value(),
                view.instance().map(Object::toString).orElse(null),
                view.title(),
                view.reason(),
                HoldingWords.parts(view.missing()),
                view.requester().value(),
                view.askedAt());
    }

    record Answer(
            String id,
            String kind,
            String status,
            String team,
            @Nullable String instance,
            String title,
            String reason,
            List<String> missing,
            String requester,
            Instant askedAt) {}
}
