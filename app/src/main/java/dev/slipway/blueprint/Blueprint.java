package dev.slipway.blueprint;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A checked blueprint. Everything it answers is a pure function of its text and the arguments; safe for use by many
 * threads.
 *
 * <p>The order of questions: {@link #parse} what a form sent, {@link #check} it, ask for the {@link #needs}, let shares
 * and weights be found for them and put into the facts, then {@link #render}. Parameters given to anything but
 * {@code parse} and {@code check} are those that {@link ParameterCheck#parameters} returned.
 */
public interface Blueprint {

    Descriptor descriptor();

    String readme();

    Form form();

    List<Preset> presets();

    /** JSON Schema 2020-12, as the author wrote it. */
    Map<String, Object> parametersSchema();

    /** The kinds of the objects that it may create, as {@code apiVersion/kind}. */
    Set<String> kinds();

    Set<String> shares();

    Set<String> weights();

    Set<String> secrets();

    List<OutputDeclaration> outputs();

    List<NetworkRule> network();

    /** Typed parameters from the strings of a form; what does not fit its type stays a string for {@link #check}. */
    Map<String, Object> parse(Map<String, List<String>> formInput);

    /**
     * The parameters of an instance of another version by this one's {@code upgrade} rules. Each step whose range has that
     * version is taken, in the order of the file; all read the old parameters, and for one name the last counts. Where a step is
     * taken, old parameters that this version does not know fall away; where none is, all stay as they are.
     *
     * @throws EvaluationException when a step cannot make of them what it sets
     */
    Migration migrate(String fromVersion, Map<String, Object> old, Facts facts);

    /** Fills in defaults, then validates against the schema, the sources and the author's validations. */
    ParameterCheck check(Map<String, Object> submitted, Facts facts);

    /** What must be found before rendering; needs no shares and no weights in the facts. */
    Needs needs(Map<String, Object> parameters, Facts facts);

    /** The objects; deterministic. Declared shares and weights must be in the facts. */
    Rendering render(Map<String, Object> parameters, Facts facts);

    /** Of what {@code render} gives for the same; it renders anew. */
    Fingerprint fingerprint(Map<String, Object> parameters, Facts facts);

    /**
     * What each expression of what is rendered is, in the order of the file; those are left out that read live objects or what
     * a loop goes through. Facts as for {@code render}.
     */
    List<ExpressionValue> values(Map<String, Object> parameters, Facts facts);

    /** How far an object of the resource has come; for derived resources by its kind. */
    Readiness readiness(String resourceId, Map<String, Object> live, Map<String, Object> parameters, Facts facts);

    List<Output> outputs(Map<String, Object> parameters, Facts facts);

    /** Runs the tests that travel with it, over facts that stand in for what a test does not give. */
    List<TestResult> test(Facts standIn);

    /** What those tests render that expect no error, over the same facts. */
    List<TestRendering> renderTests(Facts standIn);
}
