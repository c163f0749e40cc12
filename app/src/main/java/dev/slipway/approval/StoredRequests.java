package dev.slipway.approval;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import dev.slipway.kernel.Days;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.TeamId;
import dev.slipway.team.Holding;
import dev.slipway.team.HoldingWords;
import dev.slipway.team.Quotas;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests as entities. The team's quota is locked before a request is written to, here as wherever an instance is submitted,
 * so that the two never wait for each other.
 */
@Service
class StoredRequests implements Requests {

    private static final int LONGEST_COMMENT = 2_000;
    private static final int LONGEST_GRANT_YEARS = 3;

    private final RequestRepository requests;
    private final RequestViews views;
    private final Quotas quotas;
    private final People people;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    StoredRequests(
            RequestRepository requests,
            RequestViews views,
            Quotas quotas,
            People people,
            AuditTrail audit,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.requests = requests;
        this.views = views;
        this.quotas = quotas;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public RequestId open(Caller caller, NewRequest request) {
        requireWorker(caller, request.team());
        request.instance()
                .flatMap(this::waitingFor)
                .ifPresent(older -> withdraw(caller, older, "Replaced by a newer request."));
        return insert(caller, request, Optional.empty());
    }

    @Override
    @Transactional
    public RequestId askForQuota(Caller caller, TeamId team, Holding adds, Instant until, String reason) {
        requireWorker(caller, team);
        requireEnd(until, "until");
        if (adds.isNone()) {
            throw new InvalidException("nothing-asked", "Say how much more is needed.", "gpu");
        }
        if (reason.isBlank() || reason.length() > NewRequest.LONGEST_REASON) {
            throw new InvalidException("no-reason", "Say what it is for, in at most 2,000 characters.", "reason");
        }
        var title = "%s more until %s".formatted(HoldingWords.of(adds), lastDay(until));
        var request = new NewRequest(
                RequestKind.QUOTA,
                team,
                Optional.empty(),
                title.substring(0, Math.min(200, title.length())),
                reason,
                List.of("More quota needs a sign-off"),
                adds,
                adds,
                Optional.empty(),
                List.of());
        return insert(caller, request, Optional.of(until));
    }

    @Override
    @Transactional
    public void approve(Caller caller, RequestId id, String comment, Instant grantUntil) {
        var request = decidable(caller, id);
        requireEnd(grantUntil, "grantUntil");
        requireShort(comment);
        var granted = grant(caller, request, grantUntil);
        request.approve(caller.person(), clock.instant(), comment.strip(), granted, grantUntil);
        write(request);
        record(caller, request, "approved", "Approved", HoldingWords.of(granted));
        var asked = request.asked();
        events.publishEvent(new RequestApproved(id, asked.kind(), asked.team(), asked.instance(), caller.person()));
    }

    @Override
    @Transactional
    public void decline(Caller caller, RequestId id, String comment) {
        var request = decidable(caller, id);
        requireShort(comment);
        if (comment.isBlank()) {
            throw new InvalidException(
                    "no-comment", "Say why, so that %s can do something about it.".formatted(name(request)), "comment");
        }
        request.decline(caller.person(), clock.instant(), comment.strip());
        write(request);
        record(caller, request, "declined", "Declined", comment.strip());
        var asked = request.asked();
        events.publishEvent(new RequestDeclined(
                id, asked.kind(), asked.team(), asked.instance(), caller.person(), comment.strip()));
    }

    @Override
    @Transactional
    public void withdraw(Caller caller, RequestId id) {
        var request = visible(caller, id);
        if (!request.mayBeWithdrawnBy(caller)) {
            throw new RefusedException(
                    "not-yours", "A request is withdrawn by whoever asked, or by an owner of the team.");
        }
        withdraw(caller, request, "");
        var asked = request.asked();
        events.publishEvent(new RequestWithdrawn(id, asked.kind(), asked.team(), asked.instance(), caller.person()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawFor(Caller caller, TeamId team, InstanceId instance, String why) {
        quotas.lock(team);
        waitingFor(instance).ifPresent(request -> withdraw(caller, request, why));
    }

    @Override
    @Transactional(readOnly = true)
    public List<RequestView> waitingFor(Caller caller) {
        return requests.waiting().stream()
                .filter(request -> request.mayBeDecidedBy(caller))
                .map(views::of)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public int waitingCount(Caller caller) {
        return caller.isApprover()
                ? (int) requests.waiting().stream()
                        .filter(request -> request.mayBeDecidedBy(caller))
                        .count()
                : 0;
    }

    @Override
    public boolean mayDecide(Caller caller, RequestView request) {
        return request.status().isOpen()
                && caller.mayApprove(request.team())
                && !request.requester().equals(caller.person());
    }

    @Override
    @Transactional(readOnly = true)
    public List<RequestView> others(Caller caller) {
        return requests.waiting().stream()
                .filter(request -> request.mayBeSeenBy(caller) && !request.mayBeDecidedBy(caller))
                .map(views::of)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<RequestView> decided(Caller caller, int most) {
        var all = caller.isPlatformAdmin()
                || caller.isAuditor()
                || caller.approves().all();
        var teams = Stream.concat(caller.teams().keySet().stream(), caller.approves().teams().stream())
                .map(TeamId::value)
                .toList();
        return requests.ended(all, teams, caller.person().value(), Limit.of(most)).stream()
                .map(views::of)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public RequestView get(Caller caller, RequestId id) {
        return views.of(visible(caller, id));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RequestView> latestFor(InstanceId instance) {
        return requests.newest(instance.value()).map(views::of);
    }

    private static String lastDay(Instant until) {
        return Days.written(Days.lastBefore(until));
    }

    private RequestId insert(Caller caller, NewRequest request, Optional<Instant> wishedUntil) {
        var id = RequestId.random();
        requests.saveAndFlush(new Request(id, request, caller.person(), clock.instant(), wishedUntil));
        audit.record(AuditEntry.of(
                        caller.person(),
                        "request.opened",
                        "request",
                        id.toString(),
                        request.team(),
                        "Asked for: " + request.title())
                .with("missing", HoldingWords.of(request.missing())));
        return id;
    }

    private Holding grant(Caller caller, Request request, Instant until) {
        var asked = request.asked();
        var team = asked.team();
        var reason = asked.title();
        if (asked.instance().isPresent()) {
            return quotas.grantAndReserve(caller, asked.instance().get(), team, asked.wanted(), until, reason);
        }
        quotas.grant(caller, team, asked.missing(), until, reason);
        return asked.missing();
    }

    private void withdraw(Caller caller, Request request, String comment) {
        request.withdraw(caller.person(), clock.instant(), comment);
        write(request);
        record(caller, request, "withdrawn", "Withdrew", comment);
    }

    private void write(Request request) {
        try {
            requests.saveAndFlush(request);
        } catch (OptimisticLockingFailureException quicker) {
            throw Request.alreadyDecided();
        }
    }

    private void record(Caller caller, Request request, String action, String verb, String detail) {
        audit.record(AuditEntry.of(
                        caller.person(),
                        "request." + action,
                        "request",
                        request.id().toString(),
                        request.team(),
                        "%s: %s".formatted(verb, request.asked().title()))
                .with("detail", detail));
    }

    private Request decidable(Caller caller, RequestId id) {
        var request = visible(caller, id);
        request.requireDecidableBy(caller);
        return request;
    }

    private Request visible(Caller caller, RequestId id) {
        return requests.findById(id.value())
                .filter(request -> request.mayBeSeenBy(caller))
                .orElseThrow(() -> new NotFoundException("request-not-found", "There is no such request."));
    }

    private Optional<Request> waitingFor(InstanceId instance) {
        return requests.findByInstanceAndStatus(instance.value(), RequestStatus.WAITING);
    }

    private static void requireWorker(Caller caller, TeamId team) {
        if (!caller.mayView(team)) {
            throw new NotFoundException("team-not-found", "There is no such team.");
        }
        if (!caller.mayWork(team)) {
            throw new RefusedException("not-member", "Only members of the team ask for it.");
        }
    }

    @Override
    public LocalDate latestGrantDay() {
        return Days.today(clock).plusYears(LONGEST_GRANT_YEARS);
    }

    private void requireEnd(Instant end, String field) {
        if (!end.isAfter(clock.instant())) {
            throw new InvalidException("grant-in-the-past", "Choose a day after today.", field);
        }
        if (Days.lastBefore(end).isAfter(latestGrantDay())) {
            throw new InvalidException(
                    "grant-too-long",
                    "A grant lasts at most %d years: choose a day up to %s. What a team needs for good belongs in its ceiling."
                            .formatted(LONGEST_GRANT_YEARS, Days.written(latestGrantDay())),
                    field);
        }
    }

    private static void requireShort(String comment) {
        if (comment.length() > LONGEST_COMMENT) {
            throw new InvalidException("comment-too-long", "A comment has at most 2,000 characters.", "comment");
        }
    }

    private String name(Request request) {
        return people.nameOf(request.requester());
    }
}
