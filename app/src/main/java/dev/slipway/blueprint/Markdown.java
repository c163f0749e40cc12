package dev.slipway.blueprint;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Reads the Markdown of a README within bounds: whoever goes through what comes out may do so by recursion. */
public final class Markdown {

    public static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final int DEEPEST = 64;
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(2 * DEEPEST)
            .build();

    private Markdown() {}

    /** Empty when it is nested too deeply, in blocks or within a line. */
    public static Optional<Node> read(String text) {
        try {
            var document = PARSER.parse(text);
            return isTooDeep(document) ? Optional.empty() : Optional.of(document);
        } catch (StackOverflowError e) { // the parser goes through nested emphasis by recursion and has no bound for it
            return Optional.empty();
        }
    }

    private static boolean isTooDeep(Node document) {
        var open = new ArrayDeque<Nested>();
        open.push(new Nested(document, 0));
        while (!open.isEmpty()) {
            var nested = open.pop();
            if (nested.depth > DEEPEST) {
                return true;
            }
            for (var child = nested.node.getFirstChild(); child != null; child = child.getNext()) {
                open.push(new Nested(child, nested.depth + 1));
            }
        }
        return false;
    }

    private record Nested(Node node, int depth) {}
}
