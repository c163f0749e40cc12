package dev.slipway.team;

import dev.slipway.access.Caller;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditTrail;
import dev.slipway.kernel.ConflictException;
import dev.slipway.kernel.InstanceId;
import dev.slipway.kernel.RefusedException;
import dev.slipway.kernel.TeamId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Quotas over the ledger: lock the team, look, write. */
@Component
class LedgerQuotas implements Quotas {

    private final Ledger ledger;
    private final Teams teams;
    private final AuditTrail trail;
    private final InstantSource clock;

    LedgerQuotas(Ledger ledger, Teams teams, AuditTrail trail, InstantSource clock) {
        this.ledger = ledger;
        this.teams = teams;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public QuotaView of(TeamId team) {
        teams.get(team);
        var now = clock.instant();
        var balance = ledger.balance(team, now);
        return new QuotaView(
                team,
                balance.ceiling().holding(),
                balance.grantedOrStillHeld().holding(),
                balance.reserved().holding(),
                ledger.grants(team, now));
    }

    @Override
    @Transactional(readOnly = true)
    public Holding held(InstanceId holder) {
        return ledger.held(holder).holding();
    }

    @Override
    @Transactional(readOnly = true)
    public Holding preview(TeamId team, Optional<InstanceId> replacing, Holding holding) {
        var held = replacing.map(ledger::held).orElse(Lines.NONE);
        return ledger.balance(team, clock.instant())
                .missing(held, Lines.of(holding))
                .holding();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(TeamId team) {
        ledger.lock(team);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Reserving reserve(InstanceId holder, TeamId team, Holding holding) {
        ledger.lock(team);
        return reserve(holder, team, Lines.of(holding));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Reserving extend(InstanceId holder, TeamId team, Holding holding) {
        ledger.lock(team);
        return reserve(holder, team, Lines.of(holding).max(ledger.held(holder)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(InstanceId holder) {
        ledger.release(holder);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void grant(Caller caller, TeamId team, Holding exactly, Instant until, String reason) {
        ledger.lock(team);
        write(caller, team, Lines.of(exactly), until, reason);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Holding grantAndReserve(
            Caller caller, InstanceId holder, TeamId team, Holding holding, Instant until, String reason) {
        ledger.lock(team);
        var held = ledger.held(holder);
        var missing = missing(team, held, Lines.of(holding));
        write(caller, team, missing, until, reason);
        ledger.reserve(holder, team, Lines.of(holding).max(held));
        return missing.holding();
    }

    @Override
    @Transactional
    public void setCeiling(Caller caller, TeamId team, Holding ceiling) {
        if (!caller.isPlatformAdmin()) {
            throw new RefusedException("ceiling-refused", "Only a platform admin sets what a team may hold.");
        }
        ledger.lock(team);
        var balance = ledger.balance(team, clock.instant());
        var over = balance.reserved().beyond(Lines.of(ceiling).plus(balance.granted()));
        if (!over.isNone()) {
            throw new ConflictException(
                    "ceiling-below-reserved",
                    "The ceiling was not changed. The team holds more than that now. Delete instances first, or set a higher one.");
        }
        ledger.setCeiling(team, Lines.of(ceiling));
        trail.record(AuditEntry.of(
                        caller.person(), "quota.ceiling-set", "team", team.value(), team, "Set the ceiling of " + team)
                .with(Facts.of("before", balance.ceiling()))
                .with(Facts.of("after", Lines.of(ceiling))));
    }

    private Reserving reserve(InstanceId holder, TeamId team, Lines wanted) {
        var missing = missing(team, ledger.held(holder), wanted);
        if (!missing.isNone()) {
            return new Reserving.OverQuota(missing.holding());
        }
        ledger.reserve(holder, team, wanted);
        return new Reserving.Reserved();
    }

    private Lines missing(TeamId team, Lines held, Lines wanted) {
        return ledger.balance(team, clock.instant()).missing(held, wanted);
    }

    private void write(Caller caller, TeamId team, Lines adds, Instant until, String reason) {
        if (adds.isNone()) {
            return;
        }
        ledger.grant(team, adds, clock.instant(), until, reason, caller.person());
        trail.record(AuditEntry.of(
                        caller.person(), "quota.granted", "team", team.value(), team, "Granted more quota to " + team)
                .with("until", until.toString())
                .with("reason", reason)
                .with(Facts.of("adds", adds)));
    }
}
