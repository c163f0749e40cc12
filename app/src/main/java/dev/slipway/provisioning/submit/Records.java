package dev.slipway.provisioning.submit;

import dev.slipway.access.Caller;
import dev.slipway.approval.NewRequest;
import dev.slipway.approval.RequestKind;
import dev.slipway.audit.AuditEntry;
import dev.slipway.provisioning.intent.Origin;
import dev.slipway.provisioning.plan.Ask;
import dev.slipway.provisioning.plan.Draft.Material;
import dev.slipway.team.Holding;
import dev.slipway.team.HoldingWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is written for auditors and approvers. */
final class Records {

    private Records() {}

    static AuditEntry of(Caller caller, Origin origin, String action, String verb) {
        return AuditEntry.of(
                caller.person(),
                action,
                "instance",
                origin.id().toString(),
                origin.team(),
                "%s %s in %s".formatted(verb, origin.name(), origin.environment()));
    }

    static AuditEntry of(Caller caller, Origin origin, String action, String verb, Material material) {
        return of(caller, origin, action, verb)
                .with("blueprint", origin.blueprint())
                .with("cluster", origin.cluster().value())
                .with("plan", material.fingerprint().objects())
                .with("holds", HoldingWords.of(material.holding()));
    }

    /** When it is to delete itself. */
    static String end(Optional<Instant> expires) {
        return expires.map(Instant::toString).orElse("never");
    }

    static NewRequest request(RequestKind kind, Ask ask, Origin origin, Material material, Holding missing) {
        var verb = kind == RequestKind.LAUNCH ? "Launch" : "Change";
        return new NewRequest(
                kind,
                origin.team(),
                Optional.of(origin.id()),
                "%s %s in %s".formatted(verb, origin.name(), origin.environment()),
                ask.reason(),
                List.of(HoldingWords.over(missing, ask.team().title())),
                material.holding(),
                missing,
                Optional.of(material.fingerprint().signed()),
                facts(ask, material));
    }

    private static List<String> facts(Ask ask, Material material) {
        var facts = new ArrayList<String>();
        facts.add("%s %s"
                .formatted(
                        ask.version().blueprint().descriptor().title(),
                        ask.version().version()));
        facts.add("On " + material.cluster());
        material.shares()
                .forEach(share -> facts.add("%d × %s of %s"
                        .formatted(
                                share.share().count(),
                                share.share().profile(),
                                share.share().deviceModel())));
        return facts;
    }
}
