package dev.slipway.catalog.web;

import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A blueprint's README as HTML that can do no harm: HTML in it is text, links lead to the web only. */
final class Readme {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(TABLES)
            .attributeProviderFactory(context -> Readme::attributes)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .percentEncodeUrls(true)
            .build();

    private Readme() {}

    /** Its first heading stands in the page's head already; the others go one step down, below the page's own. */
    static String html(String markdown) {
        var document = PARSER.parse(markdown);
        titles(document).forEach(Node::unlink);
        document.accept(new StepDown());
        return RENDERER.render(document);
    }

    /** Tables look like all others; what aligns a column would be a style, which the page does not take. */
    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        attributes.remove("align");
        if (tag.equals("table")) {
            attributes.put("class", "table");
        }
        if (tag.equals("pre")) {
            // it scrolls sideways where it is narrow, by keys as well
            attributes.put("tabindex", "0");
        }
        if (tag.equals("th")) {
            attributes.put("scope", "col");
        }
    }

    private static List<Node> titles(Node document) {
        return document.getFirstChild() instanceof Heading heading && heading.getLevel() == 1
                ? List.of(heading)
                : List.of();
    }

    private static final class StepDown extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(6, Math.max(3, heading.getLevel() + 1)));
        }
    }
}
