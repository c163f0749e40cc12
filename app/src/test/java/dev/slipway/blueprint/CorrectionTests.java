package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorrectionTests {

    @Test
    void aMisspeltWordIsReplacedWhole() {
        var text = "spec:\n  replicas: ${parameters.replcas + 1}\n";
        var correction = Correction.of(diagnostic("SW-E003", 2, 26, "replicas"), text);
        assertThat(correction).isEqualTo(new Correction(2, 25, 32, Optional.of("replicas")));
        assertThat(correction.in(text)).isEqualTo("spec:\n  replicas: ${parameters.replicas + 1}\n");
    }

    @Test
    void whatFollowsAnExpressionsFieldStays() {
        var text = "a: ${server.statu.x}";
        assertThat(Correction.of(diagnostic("SW-E003", 1, 13, "status"), text).in(text))
                .isEqualTo("a: ${server.status.x}");
    }

    @Test
    void aNameOfAFunctionHasDots() {
        var text = "a: ${sizing.inferenceVrm(1)}";
        assertThat(Correction.of(diagnostic("SW-E002", 1, 6, "sizing.inferenceVram"), text)
                        .in(text))
                .isEqualTo("a: ${sizing.inferenceVram(1)}");
    }

    @Test
    void whatMayBeAbsentGetsAQuestionMark() {
        var text = "a: ${parameters.note}";
        assertThat(Correction.of(diagnostic("SW-E006", 1, 17, "parameters.?note"), text)
                        .in(text))
                .isEqualTo("a: ${parameters.?note}");
    }

    @Test
    void aQuotedValueKeepsItsQuotes() {
        var text = "category: \"infrence\"";
        assertThat(Correction.of(diagnostic("SW-S004", 1, 11, "inference"), text)
                        .in(text))
                .isEqualTo("category: \"inference\"");
    }

    @Test
    void aNumberIsPutIntoQuotes() {
        var text = "title: 42";
        assertThat(Correction.of(diagnostic("SW-S003", 1, 8, "\"42\""), text).in(text))
                .isEqualTo("title: \"42\"");
    }

    @Test
    void columnsAreThoseOfTheEditor() {
        var text = "title: \uD83D\uDEA2 ${parametrs.x}";
        var correction = Correction.of(diagnostic("SW-E002", 1, 12, "parameters"), text);
        assertThat(text.substring(correction.from(), correction.to())).isEqualTo("parametrs");
    }

    @Test
    void whatNoWordPutsRightIsOnlyMarked() {
        var text = "parameters: {}";
        var correction = Correction.of(diagnostic("SW-P001", 1, 13, "type: object"), text);
        assertThat(correction).isEqualTo(new Correction(1, 12, 13, Optional.empty()));
        assertThat(correction.in(text)).isEqualTo(text);
    }

    @Test
    void aPlaceBehindTheTextIsMarkedAtItsEnd() {
        assertThat(Correction.of(diagnostic("SW-Y001", 7, 3, "x"), "a: 1\n"))
                .isEqualTo(new Correction(7, 0, 0, Optional.empty()));
    }

    private static Diagnostic diagnostic(String code, int line, int column, String fix) {
        return new Diagnostic(
                Severity.ERROR, code, BlueprintFiles.BLUEPRINT, line, column, "", "message", Optional.of(fix));
    }
}
