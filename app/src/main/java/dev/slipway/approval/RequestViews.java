package dev.slipway.approval;

import dev.slipway.access.People;
import dev.slipway.access.PersonView;
import dev.slipway.approval.RequestView.Decision;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes views of requests, with people's names. */
@Component
class RequestViews {

    private final People people;

    RequestViews(People people) {
        this.people = people;
    }

    RequestView of(Request request) {
        var asked = request.asked();
        return new RequestView(
                request.id(),
                asked.kind(),
                request.status(),
                asked.team(),
                asked.instance(),
                asked.title(),
                asked.reason(),
                asked.why(),
                asked.facts(),
                asked.wanted(),
                asked.missing(),
                asked.signedHash(),
                request.requester(),
                people.nameOf(request.requester()),
                request.askedAt(),
                request.wishedUntil(),
                request.verdict().map(this::decision),
                approvers(request));
    }

    private Decision decision(Request.Verdict verdict) {
        return new Decision(
                verdict.by(),
                people.nameOf(verdict.by()),
                verdict.at(),
                verdict.comment(),
                verdict.granted(),
                verdict.grantUntil());
    }

    private List<PersonView> approvers(Request request) {
        return people.approversOf(request.team()).stream()
                .filter(person -> !person.id().equals(request.requester()))
                .toList();
    }
}
