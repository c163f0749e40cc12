package dev.slipway.approval;

import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.approval.RequestRow.Verdict;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.InvalidException;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.TeamId;
import dev.slipway.team.Holding;
import dev.slipway.team.Quotas;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests as rows. The team's quota is locked before a request is written to, here as wherever an instance is submitted,
 * so that the two never wait for each other.
 */
@Service
class StoredRequests implements Requests {

    private static final int LONGEST_COMMENT = 2_000;
    private static final DateTimeFormatter LAST_DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final RequestRows rows;
    private final RequestViews views;
    private final Quotas quotas;
    private final People people;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    StoredRequests(
            RequestRows rows,
            RequestViews views,
            Quotas quotas,
            People people,
            AuditTrail audit,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.rows = rows;
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
                .flatMap(rows::waitingFor)
                .ifPresent(older -> close(caller, older, RequestStatus.WITHDRAWN, "Replaced by a newer request."));
        return insert(caller, request, Optional.empty());
    }

    @Override
    @Transactional
    public RequestId askForQuota(Caller caller, TeamId team, Holding adds, Instant until, String reason) {
        requireWorker(caller, team);
        requireLater(until, "until");
        if (adds.isNone()) {
            throw new InvalidException("nothing-asked", "Say how much more is needed.", "gpu");
        }
        if (reason.isBlank() || reason.length() > LONGEST_COMMENT) {
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
        var row = decidable(caller, id);
        requireLater(grantUntil, "grantUntil");
        requireShort(comment);
        var granted = grant(caller, row, grantUntil);
        var verdict =
                new Verdict(caller.person(), now(), comment.strip(), Optional.of(granted), Optional.of(grantUntil));
        write(row, RequestStatus.APPROVED, verdict);
        record(caller, row, "approved", "Approved", HoldingWords.of(granted));
        events.publishEvent(new RequestApproved(
                id, row.asked().kind(), row.team(), row.asked().instance(), caller.person()));
    }

    @Override
    @Transactional
    public void decline(Caller caller, RequestId id, String comment) {
        var row = decidable(caller, id);
        requireShort(comment);
        if (comment.isBlank()) {
            throw new InvalidException(
                    "no-comment", "Say why, so that %s can do something about it.".formatted(name(row)), "comment");
        }
        write(row, RequestStatus.DECLINED, verdict(caller, comment.strip()));
        record(caller, row, "declined", "Declined", comment.strip());
        events.publishEvent(new RequestDeclined(
                id, row.asked().kind(), row.team(), row.asked().instance(), caller.person(), comment.strip()));
    }

    @Override
    @Transactional
    public void withdraw(Caller caller, RequestId id) {
        var row = visible(caller, id);
        if (!row.requester().equals(caller.person()) && !caller.owns(row.team())) {
            throw new RefusedException(
                    "not-yours", "A request is withdrawn by whoever asked, or by an owner of the team.");
        }
        close(caller, row, RequestStatus.WITHDRAWN, "");
        events.publishEvent(new RequestWithdrawn(
                id, row.asked().kind(), row.team(), row.asked().instance()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawFor(Caller caller, InstanceId instance) {
        rows.waitingFor(instance)
                .ifPresent(row -> close(caller, row, RequestStatus.WITHDRAWN, "The instance was deleted."));
    }

    @Override
    @Transactional(readOnly = true)
    public List<RequestView> waitingFor(Caller caller) {
        return rows.waiting().stream()
                .filter(row -> mayDecide(caller, row))
                .map(views::of)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public int waitingCount(Caller caller) {
        return caller.isApprover()
                ? (int) rows.waiting().stream()
                        .filter(row -> mayDecide(caller, row))
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
        return rows.waiting().stream()
                .filter(row -> maySee(caller, row) && !mayDecide(caller, row))
                .map(views::of)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<RequestView> decided(Caller caller, int most) {
        var all = caller.isPlatformAdmin()
                || caller.isAuditor()
                || caller.approves().all();
        var teams = new ArrayList<>(caller.teams().keySet());
        teams.addAll(caller.approves().teams());
        return rows.closed(all, teams, caller.person(), most).stream()
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
        return rows.newest(instance).map(views::of);
    }

    private static String lastDay(Instant until) {
        return LAST_DAY.format(LocalDate.ofInstant(until.minusSeconds(1), ZoneOffset.UTC));
    }

    private RequestId insert(Caller caller, NewRequest request, Optional<Instant> wishedUntil) {
        var id = RequestId.random();
        rows.insert(id, request, caller.person(), now(), wishedUntil);
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

    private Holding grant(Caller caller, RequestRow row, Instant until) {
        var asked = row.asked();
        var reason = asked.title();
        if (asked.instance().isPresent()) {
            return quotas.grantAndReserve(caller, asked.instance().get(), row.team(), asked.wanted(), until, reason);
        }
        quotas.grant(caller, row.team(), asked.missing(), until, reason);
        return asked.missing();
    }

    private void close(Caller caller, RequestRow row, RequestStatus status, String comment) {
        write(row, status, verdict(caller, comment));
        record(caller, row, "withdrawn", "Withdrew", comment);
    }

    private void write(RequestRow row, RequestStatus status, Verdict verdict) {
        if (!rows.close(row.id(), status, verdict)) {
            throw new ConflictException(
                    "already-decided", "This request has been decided or withdrawn meanwhile. Look at it again.");
        }
    }

    private Verdict verdict(Caller caller, String comment) {
        return new Verdict(caller.person(), now(), comment, Optional.empty(), Optional.empty());
    }

    private void record(Caller caller, RequestRow row, String action, String verb, String detail) {
        audit.record(AuditEntry.of(
                        caller.person(),
                        "request." + action,
                        "request",
                        row.id().toString(),
                        row.team(),
                        "%s: %s".formatted(verb, row.asked().title()))
                .with("detail", detail));
    }

    private RequestRow decidable(Caller caller, RequestId id) {
        var row = visible(caller, id);
        if (row.requester().equals(caller.person())) {
            throw new RefusedException("own-request", "You asked for this yourself, so somebody else decides.");
        }
        if (!caller.mayApprove(row.team())) {
            throw new RefusedException("not-approver", "You are not an approver for %s.".formatted(row.team()));
        }
        if (!row.status().isOpen()) {
            throw new ConflictException(
                    "already-decided", "This request has been decided or withdrawn meanwhile. Look at it again.");
        }
        return row;
    }

    private RequestRow visible(Caller caller, RequestId id) {
        return rows.find(id)
                .filter(row -> maySee(caller, row))
                .orElseThrow(() -> new NotFoundException("request-not-found", "There is no such request."));
    }

    private static boolean maySee(Caller caller, RequestRow row) {
        return row.requester().equals(caller.person()) || caller.mayView(row.team()) || caller.mayApprove(row.team());
    }

    private static boolean mayDecide(Caller caller, RequestRow row) {
        return caller.mayApprove(row.team()) && !row.requester().equals(caller.person());
    }

    private static void requireWorker(Caller caller, TeamId team) {
        if (!caller.mayView(team)) {
            throw new NotFoundException("team-not-found", "There is no such team.");
        }
        if (!caller.mayWork(team)) {
            throw new RefusedException("not-member", "Only members of the team ask for it.");
        }
    }

    private void requireLater(Instant time, String field) {
        if (!time.isAfter(clock.instant())) {
            throw new InvalidException("grant-in-the-past", "Choose a day after today.", field);
        }
    }

    private static void requireShort(String comment) {
        if (comment.length() > LONGEST_COMMENT) {
            throw new InvalidException("comment-too-long", "A comment has at most 2,000 characters.", "comment");
        }
    }

    private String name(RequestRow row) {
        return people.nameOf(row.requester());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
