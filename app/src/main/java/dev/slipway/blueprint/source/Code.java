package dev.slipway.blueprint.source;

/** The stable codes of diagnostics; docs/diagnostics.md explains each, with a bad and a good example. */
public enum Code {
    /** The file is not YAML. */
    Y001,
    /** The file is too large, too deep or has too many parts. */
    Y002,
    /** A key stands twice in one mapping. */
    Y003,
    /** An alias leads back to itself. */
    Y004,
    /** A number does not fit 64 bits, a key is no text, or mappings are to be merged. */
    Y005,
    /** A field that the language does not know. */
    S001,
    /** A field that must be there is missing. */
    S002,
    /** A field has the wrong type. */
    S003,
    /** A field has a value that is not allowed. */
    S004,
    /** Two things have the same name. */
    S005,
    /** A name is taken by the language or has characters it may not have. */
    S006,
    /** There is more of something than a blueprint may have. */
    S007,
    /** The parameters schema is not valid JSON Schema 2020-12. */
    P001,
    /** A default does not fit its own schema. */
    P002,
    /** A reference within the schema leads outside, nowhere or back to itself. */
    P003,
    /** The form names a field that is no parameter. */
    P004,
    /** A parameter stands in no step of the form. */
    P005,
    /** A parameter has no title. */
    P006,
    /** A preset, or what an upgrade sets, does not fit the parameters schema. */
    P007,
    /** A pattern cannot be matched in linear time. */
    P008,
    /** An expression cannot be read. */
    E001,
    /** An expression uses a name that does not exist. */
    E002,
    /** An expression reads a field that does not exist. */
    E003,
    /** An operator or function does not go with the types it is given. */
    E004,
    /** An expression reads what is not known where it stands. */
    E005,
    /** A parameter that may be absent is read as if it were always there. */
    E006,
    /** An expression has another type than its place needs. */
    E007,
    /** An expression is too long or too deeply nested. */
    E008,
    /** A list or map is joined into text. */
    E009,
    /** An expression is not closed. */
    E010,
    /** A value has a type that YAML cannot hold. */
    E011,
    /** An expression stands in a key. */
    E012,
    /** A function is called with something written down that it never takes. */
    E013,
    /** Variables refer to each other in a circle. */
    R001,
    /** Resources refer to each other in a circle. */
    R002,
    /** A kind that blueprints may not create. */
    R003,
    /** A cluster-scoped kind. */
    R004,
    /** A namespace is written down. */
    R005,
    /** The name of a resource with forEach does not contain its variable. */
    R006,
    /** A resource's kind, apiVersion or name is missing or computed where it must be written down. */
    R007,
    /** What is claimed depends on what lives. */
    R008,
    /** A reference to a resource that may be left out. */
    R009,
    /** A declared share, weight, secret or variable that nothing uses. */
    R010,
    /** A device is asked for outside of shares. */
    R011,
    /** An environment variable that shows a container every GPU of its node. */
    R012,
    /** Two resources make the same object. */
    R013,
    /** A field that the kind does not have. */
    K001,
    /** A field that the kind must have is missing. */
    K002,
    /** A value has another type than its field. */
    K003,
    /** A value is none of those that its field allows. */
    K004,
    /** A name, an amount or a number is not as Kubernetes takes it. */
    K005,
    /** Two things in one object have the same name. */
    K006,
    /** What is referred to within the object is not there. */
    K007,
    /** Fields that exclude or need each other. */
    K008,
    /** What the Pod Security standard of the namespaces refuses. */
    K009,
    /** A kind that no registered cluster serves. */
    K010,
    /** A network rule names no workload of the blueprint. */
    N001,
    /** An output names no secret of the blueprint. */
    O001,
    /** A test cannot be read. */
    T001,
    /** An expression failed when it was evaluated. */
    X001,
    /** An evaluation went over its bounds. */
    X002,
    /** What was rendered is too large. */
    X003,
    /** A rendered name is none that Kubernetes takes. */
    X004;

    public String text() {
        return "SW-" + name();
    }
}
