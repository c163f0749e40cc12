package dev.slipway.catalog;

import dev.slipway.blueprint.Compilation;
import dev.slipway.blueprint.TestResult;
import java.util.List;
import java.util.Optional;

/**
 * What is right and wrong with a draft.
 *
 * @param tests of the blueprint; empty while it does not compile
 * @param missing what keeps it from being published, one plain sentence each
 * @param preview what it makes of an example, where it compiles
 */
public record DraftCheck(
        Compilation compilation, List<TestResult> tests, List<String> missing, Optional<Preview> preview) {

    public DraftCheck {
        tests = List.copyOf(tests);
        missing = List.copyOf(missing);
    }

    public boolean publishable() {
        return missing.isEmpty();
    }
}
