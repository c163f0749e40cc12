package dev.slipway.approval;

import dev.slipway.access.People;
import dev.slipway.access.PersonView;
import dev.slipway.approval.RequestView.Decision;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes views of rows, with people's names. */
@Component
class RequestViews {

    private final People people;

    RequestViews(People people) {
        this.people = people;
    }

    RequestView of(RequestRow row) {
        var asked = row.asked();
        return new RequestView(
                row.id(),
                asked.kind(),
                row.status(),
                asked.team(),
                asked.instance(),
                asked.title(),
                asked.reason(),
                asked.why(),
                asked.facts(),
                asked.wanted(),
                asked.missing(),
                asked.signedHash(),
                row.requester(),
                people.nameOf(row.requester()),
                row.askedAt(),
                row.wishedUntil(),
                row.verdict().map(this::decision),
                approvers(row));
    }

    private Decision decision(RequestRow.Verdict verdict) {
        return new Decision(
                verdict.by(),
                people.nameOf(verdict.by()),
                verdict.at(),
                verdict.comment(),
                verdict.granted(),
                verdict.grantUntil());
    }

    private List<PersonView> approvers(RequestRow row) {
        return people.approversOf(row.team()).stream()
                .filter(person -> !person.id().equals(row.requester()))
                .toList();
    }
}
