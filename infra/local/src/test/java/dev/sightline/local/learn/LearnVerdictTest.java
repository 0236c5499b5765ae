package dev.sightline.local.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.local.terminal.LauncherException;
import org.junit.jupiter.api.Test;

class LearnVerdictTest {

    private final ObjectNode report = JsonNodeFactory.instance.objectNode();

    @Test
    void of_learnedAboveAndShuffledNot_holds() {
        lift(RoundPolicies.LEARNED, 0.3, 0.1, 0.5);
        lift(RoundPolicies.SHUFFLED, 0.05, -0.1, 0.2);

        LearnVerdict verdict = LearnVerdict.of(report);

        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.lines())
                .contains(
                        "learned: save propensity 0.250, lift against the first round +30.0 % (+10.0 to +50.0)",
                        "The ranker of shuffled features shows no lift.");
    }

    @Test
    void of_intervalOfTheLearnedThatHoldsZero_doesNotHold() {
        lift(RoundPolicies.LEARNED, 0.3, 0, 0.5);
        lift(RoundPolicies.SHUFFLED, 0.05, -0.1, 0.2);

        assertThat(LearnVerdict.of(report).holds()).isFalse();
    }

    @Test
    void of_shuffledAbove_doesNotHold() {
        lift(RoundPolicies.LEARNED, 0.3, 0.1, 0.5);
        lift(RoundPolicies.SHUFFLED, 0.2, 0.01, 0.4);

        assertThat(LearnVerdict.of(report).holds()).isFalse();
    }

    @Test
    void of_shuffledFarBelow_holds() {
        lift(RoundPolicies.LEARNED, 0.3, 0.1, 0.5);
        lift(RoundPolicies.SHUFFLED, -0.3, -0.5, -0.1);

        assertThat(LearnVerdict.of(report).holds()).isTrue();
    }

    @Test
    void of_tooFewData_doesNotHoldAndSaysWhy() {
        row(RoundPolicies.LEARNED).putObject("lift").put("missing", "too few data");
        row(RoundPolicies.SHUFFLED).putObject("lift").put("missing", "too few data");

        LearnVerdict verdict = LearnVerdict.of(report);

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.lines()).contains("learned: too few data", "shuffled: too few data");
    }

    @Test
    void of_reportWithoutTheVariant_isRefused() {
        lift(RoundPolicies.LEARNED, 0.3, 0.1, 0.5);

        assertThatThrownBy(() -> LearnVerdict.of(report))
                .isInstanceOf(LauncherException.class)
                .hasMessage("expected a variant 'shuffled' in the report, got none");
    }

    private void lift(String variant, double value, double low, double high) {
        row(variant).putObject("lift").put("value", value).put("low", low).put("high", high);
    }

    private ObjectNode row(String variant) {
        ObjectNode section = report.withArray("sections").isEmpty()
                ? report.withArray("sections").addObject()
                : (ObjectNode) report.at("/sections/0");
        ObjectNode table = section.withArray("tables").isEmpty()
                ? section.withArray("tables").addObject()
                : (ObjectNode) section.at("/tables/0");
        return table.withArray("rows").addObject().put("variant", variant).put("save propensity", 0.25);
    }
}
