package dev.slipway.provisioning.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.Form;
import dev.slipway.blueprint.FormField;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormInputTests {

    private final FormField generator = field("generator", Map.of());
    private final FormField model = field("model", Map.of("generator", "new"));
    private final FormField endpoint = field("endpoint", Map.of("generator", List.of("existing", "shared")));
    private final Form form = new Form(List.of(new Form.Step("Answers", List.of(generator, model, endpoint))));

    @Test
    void submitsOnlyWhatMattersWithTheOtherValues() {
        var input = new FormInput(
                Map.of("generator", List.of("new"), "model", List.of("qwen3-4b"), "endpoint", List.of("claims-chat")));
        assertThat(input.thatMatters(form).values()).containsOnlyKeys("generator", "model");
    }

    @Test
    void oneOfSeveralValuesIsEnough() {
        assertThat(new FormInput(Map.of("generator", List.of("shared"))).matters(endpoint))
                .isTrue();
        assertThat(new FormInput(Map.of("generator", List.of("new"))).matters(endpoint))
                .isFalse();
        assertThat(new FormInput(Map.of()).matters(endpoint)).isFalse();
    }

    @Test
    void thePageKnowsWithWhichValuesAFieldMatters() {
        var views = FormSection.of(form, new FormInput(Map.of("generator", List.of("existing"))), Map.of())
                .getFirst()
                .all();
        assertThat(views).extracting(FieldView::matters).containsExactly(true, false, true);
        assertThat(views)
                .extracting(FieldView::when)
                .containsExactly(
                        null, "parameters.generator=new", "parameters.generator=existing&parameters.generator=shared");
    }

    private static FormField field(String name, Map<String, Object> visibleWhen) {
        return new FormField(
                name,
                name,
                "",
                FormField.Type.STRING,
                List.of(),
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                false,
                visibleWhen);
    }
}
