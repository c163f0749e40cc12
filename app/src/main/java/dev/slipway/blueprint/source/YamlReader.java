package dev.slipway.blueprint.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML within bounds: whatever is in the text, it takes little time and little memory. */
public final class YamlReader {

    /** Of any file of a blueprint, YAML or not. */
    public static final int MOST_CHARACTERS = 256 * 1024;

    private static final int DEEPEST = 64;
    private static final int MOST_NODES = 20_000;

    private static final String MERGE = "<<";

    private final String file;
    private final SourceText source;
    private final Diagnostics diagnostics;
    private final Deque<Node> open = new ArrayDeque<>();
    private int nodes;

    private YamlReader(String file, String text, Diagnostics diagnostics) {
        this.file = file;
        this.source = new SourceText(text);
        this.diagnostics = diagnostics;
    }

    /** The one document of a file; empty when it has none or cannot be read, which is then said. */
    public static Optional<YamlNode> read(String file, String text, Diagnostics diagnostics) {
        var documents = readAll(file, text, diagnostics);
        if (documents.size() > 1) {
            diagnostics.error(Code.Y001, documents.get(1).place(), "The file must hold one document.");
        }
        return documents.stream().findFirst();
    }

    /** All documents of a file, as far as they can be read. */
    public static List<YamlNode> readAll(String file, String text, Diagnostics diagnostics) {
        if (text.length() > MOST_CHARACTERS) {
            diagnostics.error(Code.Y002, Place.start(file), "The file is larger than 256 KiB.");
            return List.of();
        }
        var reader = new YamlReader(file, text, diagnostics);
        try {
            return reader.documents(text);
        } catch (MarkedYamlEngineException e) {
            diagnostics.error(
                    Code.Y001, reader.place(e.getProblemMark(), ""), "This is not YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            diagnostics.error(Code.Y001, Place.start(file), "This is not YAML: " + e.getMessage());
        } catch (TooMuch e) {
            diagnostics.error(e.code, e.place, e.what);
        }
        return List.of();
    }

    private List<YamlNode> documents(String text) {
        var settings = LoadSettings.builder()
                .setSchema(new Plainly())
                .setCodePointLimit(MOST_CHARACTERS)
                .setMaxAliasesForCollections(MOST_NODES)
                // Read at once: refilled bit by bit, a long text is copied as often as it has bits.
                .setBufferSize(Math.max(text.length(), 1))
                .setLabel(file)
                .build();
        var characters = new StreamReader(settings, text);
        var composer = new Composer(settings, new BoundedParser(new ParserImpl(settings, characters)));
        var documents = new ArrayList<YamlNode>();
        for (var next = next(composer, characters); next.isPresent(); next = next(composer, characters)) {
            documents.add(node(next.get(), ""));
        }
        return documents;
    }

    private Optional<Node> next(Composer composer, StreamReader characters) {
        try {
            return composer.hasNext() ? Optional.of(composer.next()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // The scanner does not look whether a number follows the start of an escape: it may be the end of the text.
            throw new TooMuch(
                    Code.Y001, place(characters.getMark(), ""), "This is not YAML: an escape names no character.");
        }
    }

    /** YAML 1.2 without merging, which the composer does for ever where a mapping is merged into itself. */
    private static final class Plainly extends CoreSchema {
        @Override
        public ScalarResolver getScalarResolver() {
            return new CoreScalarResolver(false);
        }
    }

    /** Stops before what is built of its events by recursion goes too deep or has too many parts. */
    private final class BoundedParser implements Parser {

        private final Parser parser;
        private int depth;
        private int events;

        private BoundedParser(Parser parser) {
            this.parser = parser;
        }

        @Override
        public boolean checkEvent(Event.ID kind) {
            return parser.checkEvent(kind);
        }

        @Override
        public Event peekEvent() {
            return parser.peekEvent();
        }

        @Override
        public boolean hasNext() {
            return parser.hasNext();
        }

        @Override
        public Event next() {
            var event = parser.next();
            if (event instanceof ScalarEvent scalar && scalar.getTag().equals(Optional.of(Tag.MERGE.getValue()))) {
                throw new TooMuch(
                        Code.Y001, place(event.getStartMark(), ""), "This is not YAML that a blueprint may use.");
            }
            depth += deeper(event.getEventId());
            if (depth > DEEPEST || ++events > 2 * MOST_NODES) {
                throw new TooMuch(
                        Code.Y002,
                        place(event.getStartMark(), ""),
                        depth > DEEPEST ? "This is nested too deeply." : "The file has too many parts.");
            }
            return event;
        }

        private static int deeper(Event.ID event) {
            return switch (event) {
                case MappingStart, SequenceStart -> 1;
                case MappingEnd, SequenceEnd -> -1;
                default -> 0;
            };
        }
    }

    private YamlNode node(Node node, String path) {
        var place = place(node, path);
        if (++nodes > MOST_NODES) {
            throw new TooMuch(Code.Y002, place, "The file has too many parts.");
        }
        if (open.contains(node)) {
            throw new TooMuch(Code.Y004, place, "This alias leads back to itself.");
        }
        open.push(node);
        var read = switch (node) {
            case ScalarNode scalar -> new YamlNode.Scalar(value(scalar, place), place, source.places(scalar, place));
            case SequenceNode sequence -> sequence(sequence, place);
            case MappingNode mapping -> mapping(mapping, place);
            default -> throw new TooMuch(Code.Y001, place, "This is not YAML that a blueprint may use.");
        };
        open.pop();
        return read;
    }

    private YamlNode.Sequence sequence(SequenceNode sequence, Place place) {
        var items = new ArrayList<YamlNode>();
        for (var item : sequence.getValue()) {
            items.add(node(item, "%s[%d]".formatted(place.path(), items.size())));
        }
        return new YamlNode.Sequence(items, place);
    }

    private YamlNode.Mapping mapping(MappingNode mapping, Place place) {
        var fields = new LinkedHashMap<String, YamlNode.Field>();
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                diagnostics.error(Code.Y005, place(tuple.getKeyNode(), place.path()), "A key must be text.");
                continue;
            }
            var name = key.getValue();
            var path = place.path().isEmpty() ? name : place.path() + "." + name;
            if (name.equals(MERGE)) {
                diagnostics.error(Code.Y005, place(key, path), "'<<' merges nothing here; write the fields out.");
                continue;
            }
            var field = new YamlNode.Field(place(key, path), node(tuple.getValueNode(), path));
            if (fields.putIfAbsent(name, field) != null) {
                diagnostics.error(Code.Y003, field.place(), "'%s' stands here twice.".formatted(name));
            }
        }
        return new YamlNode.Mapping(fields, place);
    }

    private @Nullable Object value(ScalarNode scalar, Place place) {
        var text = scalar.getValue();
        var tag = scalar.getTag();
        try {
            if (tag.equals(Tag.INT)) {
                return integer(text);
            }
            if (tag.equals(Tag.FLOAT)) {
                return finite(text);
            }
        } catch (NumberFormatException e) {
            diagnostics.error(Code.Y005, place, "'%s' is not a number of 64 bits.".formatted(text));
            return 0L;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text.equalsIgnoreCase("true"));
        }
        return tag.equals(Tag.NULL) ? null : text;
    }

    private static Long integer(String text) {
        if (text.startsWith("0x")) {
            return Long.parseLong(text.substring(2), 16);
        }
        return text.startsWith("0o") ? Long.parseLong(text.substring(2), 8) : Long.parseLong(text);
    }

    private static Double finite(String text) {
        var number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private Place place(Node node, String path) {
        return place(node.getStartMark(), path);
    }

    /** By its index, for the scanner counts lines and columns otherwise at the end of the text and after a mark of byte order. */
    private Place place(Optional<Mark> mark, String path) {
        var start = new Place(file, 1, 1, path);
        return mark.map(found -> source.at(found.getIndex(), start)).orElse(start);
    }

    /** The text goes beyond what is read at all. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Code code;
        private final transient Place place;
        private final String what;

        private TooMuch(Code code, Place place, String what) {
            super(what, null, false, false);
            this.code = code;
            this.place = place;
            this.what = what;
        }
    }
}
