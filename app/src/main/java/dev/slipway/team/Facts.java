package dev.slipway.team;

import java.util.Map;
import java.util.TreeMap;

/** Lines as the audit trail keeps them. */
final class Facts {

    private Facts() {}

    static Map<String, String> of(String prefix, Lines lines) {
        var facts = new TreeMap<String, String>();
        lines.amounts().forEach((resource, amount) -> facts.put(prefix + " " + resource, amount.toPlainString()));
        return facts;
    }
}
