package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.inference.Detection.Edges;
import dev.sightline.inference.ModelOutputs.BoxesOutputs;
import java.util.List;
import org.junit.jupiter.api.Test;

class NonMaximumSuppressionTest {

    private static final int CUP = 0;
    private static final int DOG = 1;

    private final NonMaximumSuppression suppression = new NonMaximumSuppression(0.5, 0.8);

    @Test
    void suppress_withTwoBoxesOnOneThing_keepsTheSurer() {
        Detection surer = box(CUP, 0.9f, 0, 10);
        // Overlap 8 of 12: 0.667.
        Detection other = box(CUP, 0.8f, 2, 12);

        assertThat(suppression.suppress(List.of(other, surer))).containsExactly(surer);
    }

    @Test
    void suppress_withOverlapAtTheLimit_keepsBoth() {
        Detection surer = box(CUP, 0.9f, 0, 15);
        // Overlap 10 of 20: exactly 0.5.
        Detection other = box(CUP, 0.8f, 5, 20);

        assertThat(suppression.suppress(List.of(surer, other))).containsExactly(surer, other);
    }

    @Test
    void suppress_withOtherCategoryBeside_keepsBothSurestFirst() {
        Detection cup = box(CUP, 0.6f, 0, 10);
        // Overlap 9 of 12: 0.75.
        Detection dog = box(DOG, 0.7f, 1, 12);

        assertThat(suppression.suppress(List.of(cup, dog))).containsExactly(dog, cup);
    }

    @Test
    void suppress_withOtherCategoryInTheSamePlace_keepsTheSurer() {
        Detection cup = box(CUP, 0.6f, 0, 10);
        // Overlap 9 of 10: 0.9.
        Detection dog = box(DOG, 0.7f, 1, 10);

        assertThat(suppression.suppress(List.of(cup, dog))).containsExactly(dog);
    }

    @Test
    void suppress_withChainOfBoxes_comparesOnlyWithKeptOnes() {
        Detection first = box(CUP, 0.9f, 0, 10);
        // Overlap 7 of 13 with the first, 0.538: dropped.
        Detection middle = box(CUP, 0.8f, 3, 13);
        // 0.538 with the dropped one, 0.25 with the first.
        Detection last = box(CUP, 0.7f, 6, 16);

        assertThat(suppression.suppress(List.of(first, middle, last))).containsExactly(first, last);
    }

    @Test
    void suppress_withEquallySureBoxes_keepsTheEarlier() {
        Detection earlier = box(CUP, 0.8f, 0, 10);
        Detection later = box(CUP, 0.8f, 1, 11);

        assertThat(suppression.suppress(List.of(earlier, later))).containsExactly(earlier);
    }

    @Test
    void suppress_afterTheModelsOwn_comparesCategoriesOnly() {
        BoxForm form = new BoxForm(BoxForm.Order.LTRB, BoxForm.Units.PIXELS);
        BoxesOutputs outputs = new BoxesOutputs("boxes", form, "scores", null, 0, 0, true);
        NonMaximumSuppression across = NonMaximumSuppression.of(outputs, DetectionLimits.DEFAULT);
        Detection cup = box(CUP, 0.9f, 0, 10);
        Detection sameCup = box(CUP, 0.8f, 0, 10);
        Detection dog = box(DOG, 0.7f, 0, 10);

        assertThat(across.suppress(List.of(cup, sameCup, dog))).containsExactly(cup, sameCup);
    }

    private static Detection box(int category, float confidence, float left, float right) {
        return new Detection(category, confidence, new Edges(left, 0, right, 10));
    }
}
