package dev.slipway.blueprint;

import java.util.Optional;

/**
 * One thing that is wrong with a blueprint, and where.
 *
 * @param code stable: {@code SW-Y001}
 * @param file path within the blueprint's folder: {@code blueprint.yaml}
 * @param line from 1
 * @param column from 1
 * @param path where in the document: {@code spec.resources[0].template.spec.replicas}
 * @param message one plain sentence
 * @param fix what to write instead, if there is one answer
 */
public record Diagnostic(
        Severity severity,
        String code,
        String file,
        int line,
        int column,
        String path,
        String message,
        Optional<String> fix) {

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** As compilers print it: {@code blueprint.yaml:12:7: SW-E002 …}. */
    @Override
    public String toString() {
        return "%s:%d:%d: %s %s%s"
                .formatted(
                        file,
                        line,
                        column,
                        code,
                        message,
                        fix.map(" Fix: "::concat).orElse(""));
    }
}
