package dev.slipway.shell;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ExpressionContext;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.standard.expression.FragmentExpression;
import org.thymeleaf.standard.expression.StandardExpressions;

/** Renders a part of a page where there is no request: for streams to the browser. */
@Component
public class FragmentRenderer {

    private final SpringTemplateEngine engine;
    private final ThymeleafEvaluationContext beans;

    FragmentRenderer(
            SpringTemplateEngine engine,
            ApplicationContext context,
            ConversionService mvcConversionService,
            ResourceUrlProvider urls) {
        this.engine = engine;
        this.beans = new ThymeleafEvaluationContext(context, mvcConversionService);
        engine.setLinkBuilder(new LinksWithoutRequest(urls));
    }

    /**
     * Renders a view as controllers name it; parameters of the fragment are named too.
     *
     * @param view {@code instance/page :: timeline} or {@code components/status :: status(state=${state}, word=null)}
     */
    public String render(String view, Map<String, Object> variables) {
        var fragment = fragment(view, variables);
        var context = new Context(Locale.ENGLISH, variables);
        context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME, beans);
        var parameters = fragment.getFragmentParameters();
        if (parameters != null) {
            context.setVariables(parameters);
        }
        return engine.process(
                FragmentExpression.resolveTemplateName(fragment),
                FragmentExpression.resolveFragments(fragment),
                context);
    }

    private FragmentExpression.ExecutedFragmentExpression fragment(String view, Map<String, Object> variables) {
        var configuration = engine.getConfiguration();
        var context = new ExpressionContext(configuration, Locale.ENGLISH, variables);
        var expression = StandardExpressions.getExpressionParser(configuration)
                .parseExpression(context, view.contains("::") ? "~{" + view + "}" : "~{" + view + " :: html}");
        return FragmentExpression.createExecutedFragmentExpression(context, (FragmentExpression) expression);
    }

    /** The portal answers at the root of its address, so links need no request to be built. */
    private static final class LinksWithoutRequest extends StandardLinkBuilder {

        private final ResourceUrlProvider urls;

        private LinksWithoutRequest(ResourceUrlProvider urls) {
            this.urls = urls;
        }

        @Override
        protected String computeContextPath(IExpressionContext context, String base, Map<String, Object> parameters) {
            return context instanceof IWebContext ? super.computeContextPath(context, base, parameters) : "";
        }

        @Override
        protected String processLink(IExpressionContext context, String link) {
            return context instanceof IWebContext
                    ? super.processLink(context, link)
                    : Objects.requireNonNullElse(urls.getForLookupPath(link), link);
        }
    }
}
