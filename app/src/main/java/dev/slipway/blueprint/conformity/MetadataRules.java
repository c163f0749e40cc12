package dev.slipway.blueprint.conformity;

/** What every object's metadata must be like. */
final class MetadataRules {

    private final Findings findings;

    MetadataRules(Findings findings) {
        this.findings = findings;
    }

    void check(View metadata) {
        findings.form(
                metadata.get("name"),
                Forms::isLabel,
                "A name has at most 63 small letters, digits and hyphens, and '%s' has not.");
        var name = metadata.get("name");
        name.sample()
                .filter(text -> text.equals("slipway") || text.startsWith("slipway-"))
                .ifPresent(text -> findings.malformed(
                        name.place(),
                        "What is called slipway or slipway-… guards the namespace: choose another name."));
        labels(metadata.get("labels"), "label");
        annotations(metadata.get("annotations"));
    }

    void labels(View labels, String what) {
        labels.members().forEach((key, value) -> {
            if (!Forms.isQualifiedName(key)) {
                findings.malformed(
                        labels.keyPlace(key), "'%s' is no %s: %s.".formatted(key, what, Forms.QUALIFIED_NAME));
            }
            findings.form(
                    value,
                    Forms::isLabelValue,
                    "The value of a " + what + " has letters, digits, '-', '_' and '.', 63 at most, and '%s' has not.");
        });
    }

    private void annotations(View annotations) {
        annotations.members().keySet().forEach(key -> {
            if (!Forms.isQualifiedName(key)) {
                findings.malformed(
                        annotations.keyPlace(key), "'%s' is no annotation: %s.".formatted(key, Forms.QUALIFIED_NAME));
            }
        });
    }
}
