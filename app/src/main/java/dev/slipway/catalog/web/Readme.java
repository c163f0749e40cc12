package dev.slipway.catalog.web;

import dev.slipway.blueprint.Markdown;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.web.util.HtmlUtils;

/**
 * A blueprint's README as HTML that can do no harm: HTML in it is text, links lead to the web, to an address of mail or
 * within the page only, and what is nested too deeply is shown as it is written.
 */
final class Readme {

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(Markdown.EXTENSIONS)
            .attributeProviderFactory(context -> Readme::attributes)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .percentEncodeUrls(true)
            .build();

    private Readme() {}

    static String html(String markdown) {
        return Markdown.read(markdown)
                .map(Readme::rendered)
                .orElseGet(() -> "<pre tabindex=\"0\">" + HtmlUtils.htmlEscape(markdown) + "</pre>");
    }

    /** Its first heading stands in the page's head already; the others go one step down, below the page's own. */
    private static String rendered(Node document) {
        titles(document).forEach(Node::unlink);
        document.accept(new StepDown());
        var odd = new OddAddresses();
        document.accept(odd);
        odd.found.forEach(Readme::leaveText);
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

    private static void leaveText(Node linked) {
        while (linked.getFirstChild() != null) {
            linked.insertBefore(linked.getFirstChild());
        }
        linked.unlink();
    }

    private static final class StepDown extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(6, Math.max(3, heading.getLevel() + 1)));
        }
    }

    /** Links to the portal itself, which an author could dress up as something else, and to what is no page at all. */
    private static final class OddAddresses extends AbstractVisitor {

        private final List<Node> found = new ArrayList<>();

        @Override
        public void visit(Link link) {
            if (!leadsOut(link.getDestination()) && !link.getDestination().startsWith("#")) {
                found.add(link);
            }
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            if (!leadsOut(image.getDestination())) {
                found.add(image);
            }
            visitChildren(image);
        }

        private static boolean leadsOut(String destination) {
            try {
                var address = new URI(destination);
                return switch (String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT)) {
                    case "http", "https" -> address.getHost() != null;
                    case "mailto" -> true;
                    default -> false;
                };
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }
}
