package dev.slipway.blueprint.completion;

/**
 * One thing that may be written.
 *
 * @param label what is shown and matched against what is typed
 * @param kind what it is
 * @param detail its type, or a few words; may be empty
 * @param text what is written in place of the word being typed
 */
public record Proposal(String label, Kind kind, String detail, String text) {

    /** What is proposed. */
    public enum Kind {
        FIELD,
        VALUE,
        NAME,
        FUNCTION
    }

    static Proposal field(String name, String detail) {
        return new Proposal(name, Kind.FIELD, detail, name + ":");
    }

    static Proposal value(String value, String detail) {
        return new Proposal(value, Kind.VALUE, detail, value);
    }

    static Proposal name(String name, String detail) {
        return new Proposal(name, Kind.NAME, detail, name);
    }

    static Proposal function(String name) {
        return new Proposal(name, Kind.FUNCTION, "", name + "(");
    }
}
