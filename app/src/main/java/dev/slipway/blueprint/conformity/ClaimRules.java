package dev.slipway.blueprint.conformity;

/** What a volume claim must be like. */
final class ClaimRules {

    private final Findings findings;

    ClaimRules(Findings findings) {
        this.findings = findings;
    }

    void check(View object) {
        findings.needs(object, "spec", "A volume claim needs a 'spec'.");
        spec(object, object.get("spec"));
    }

    void spec(View owner, View spec) {
        if (!spec.isThere()) {
            findings.needs(owner, "spec", "A volume claim needs a 'spec'.");
            return;
        }
        findings.needs(spec, "accessModes", "A volume claim needs at least one of 'accessModes'.");
        var storage = spec.get("resources", "requests", "storage");
        if (storage.isAbsent()) {
            findings.missing(spec.place(), "A volume claim needs 'resources.requests.storage'.");
        }
        Amounts.of(storage)
                .filter(size -> size.signum() <= 0)
                .ifPresent(size -> findings.malformed(storage.place(), "A volume must be larger than 0."));
        Amounts.bytes(storage, findings);
        findings.form(
                spec.get("storageClassName"),
                name -> name.isEmpty() || Forms.isSubdomain(name),
                "'%s' is no storage class.");
    }
}
