package dev.slipway.approval;

import dev.slipway.access.Caller;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.TeamId;
import dev.slipway.team.Holding;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A request for a sign-off. What was asked stays as it was asked; it ends once, by a decision or by being withdrawn. */
@Entity
@Table(schema = "approval", name = "request")
class Request {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private RequestKind kind;

    @Column(updatable = false)
    private String team;

    @Column(updatable = false)
    private @Nullable UUID instance;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private String reason;

    @Convert(converter = LinesColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private List<String> why;

    @Convert(converter = LinesColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private List<String> facts;

    @Convert(converter = HoldingColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Holding wanted;

    @Convert(converter = HoldingColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Holding missing;

    @Column(updatable = false)
    private @Nullable String signedHash;

    @Column(updatable = false)
    private String requester;

    @Column(updatable = false)
    private Instant askedAt;

    @Column(updatable = false)
    private @Nullable Instant wishedUntil;

    @Enumerated(EnumType.STRING)
    private RequestStatus status;

    private @Nullable String decidedBy;

    private @Nullable Instant decidedAt;

    private @Nullable String comment;

    @Convert(converter = HoldingColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Holding granted;

    private @Nullable Instant grantUntil;

    @Version
    private @Nullable Long version;

    protected Request() {}

    Request(RequestId id, NewRequest asked, PersonId requester, Instant at, Optional<Instant> wishedUntil) {
        this.id = id.value();
        this.kind = asked.kind();
        this.team = asked.team().value();
        this.instance = asked.instance().map(InstanceId::value).orElse(null);
        this.title = asked.title();
        this.reason = asked.reason();
        this.why = asked.why();
        this.facts = asked.facts();
        this.wanted = asked.wanted();
        this.missing = asked.missing();
        this.signedHash = asked.signedHash().orElse(null);
        this.requester = requester.value();
        this.askedAt = at.truncatedTo(ChronoUnit.MICROS);
        this.wishedUntil = wishedUntil.orElse(null);
        this.status = RequestStatus.WAITING;
    }

    /** @throws ConflictException when it no longer waits */
    void approve(PersonId by, Instant at, String comment, Holding granted, Instant until) {
        end(RequestStatus.APPROVED, by, at, comment);
        this.granted = granted;
        this.grantUntil = until;
    }

    /** @throws ConflictException when it no longer waits */
    void decline(PersonId by, Instant at, String comment) {
        end(RequestStatus.DECLINED, by, at, comment);
    }

    /** @throws ConflictException when it no longer waits */
    void withdraw(PersonId by, Instant at, String comment) {
        end(RequestStatus.WITHDRAWN, by, at, comment);
    }

    private void end(RequestStatus end, PersonId by, Instant at, String comment) {
        requireOpen();
        this.status = end;
        this.decidedBy = by.value();
        this.decidedAt = at.truncatedTo(ChronoUnit.MICROS);
        this.comment = comment;
    }

    /**
     * @throws RefusedException for one's own request, or outside one's scope
     * @throws ConflictException when it no longer waits
     */
    void requireDecidableBy(Caller caller) {
        if (isOf(caller)) {
            throw new RefusedException("own-request", "You asked for this yourself, so somebody else decides.");
        }
        if (!caller.mayApprove(team())) {
            throw new RefusedException("not-approver", "You are not an approver for %s.".formatted(team));
        }
        requireOpen();
    }

    private void requireOpen() {
        if (!status.isOpen()) {
            throw alreadyDecided();
        }
    }

    static ConflictException alreadyDecided() {
        return new ConflictException(
                "already-decided", "This request has been decided or withdrawn meanwhile. Look at it again.");
    }

    boolean mayBeDecidedBy(Caller caller) {
        return status.isOpen() && caller.mayApprove(team()) && !isOf(caller);
    }

    /** Who has left the team no longer sees what they asked for: it tells what the team holds today. */
    boolean mayBeSeenBy(Caller caller) {
        return caller.mayView(team()) || caller.mayApprove(team());
    }

    boolean mayBeWithdrawnBy(Caller caller) {
        return caller.owns(team()) || (isOf(caller) && caller.mayView(team()));
    }

    private boolean isOf(Caller caller) {
        return requester().equals(caller.person());
    }

    RequestId id() {
        return new RequestId(id);
    }

    RequestStatus status() {
        return status;
    }

    TeamId team() {
        return new TeamId(team);
    }

    PersonId requester() {
        return new PersonId(requester);
    }

    Instant askedAt() {
        return askedAt;
    }

    Optional<Instant> wishedUntil() {
        return Optional.ofNullable(wishedUntil);
    }

    NewRequest asked() {
        return new NewRequest(
                kind,
                team(),
                Optional.ofNullable(instance).map(InstanceId::new),
                title,
                reason,
                why,
                wanted,
                missing,
                Optional.ofNullable(signedHash),
                facts);
    }

    Optional<Verdict> verdict() {
        return Optional.ofNullable(decidedBy)
                .map(by -> new Verdict(
                        new PersonId(by),
                        decidedAt,
                        comment,
                        Optional.ofNullable(granted),
                        Optional.ofNullable(grantUntil)));
    }

    /** How it ended. */
    record Verdict(PersonId by, Instant at, String comment, Optional<Holding> granted, Optional<Instant> grantUntil) {}
}
