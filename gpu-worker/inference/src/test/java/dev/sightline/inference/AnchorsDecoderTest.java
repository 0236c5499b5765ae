package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.inference.Detection.Edges;
import dev.sightline.inference.ModelOutputs.Activation;
import dev.sightline.inference.ModelOutputs.Anchor;
import dev.sightline.inference.ModelOutputs.AnchorsOutputs;
import dev.sightline.inference.ModelOutputs.Background;
import dev.sightline.visual.SightlineException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two anchors in a frame of 32 x 16: the left half, and a quarter of both sides in the middle; two labels, floor 0.4. */
class AnchorsDecoderTest {

    private static final float[] NOWHERE = {0, 0, 0, 0};
    private static final List<Anchor> ANCHORS =
            List.of(new Anchor(0.25f, 0.5f, 0.5f, 1), new Anchor(0.5f, 0.5f, 0.25f, 0.25f));

    @Test
    void decode_withoutDifferences_givesTheAnchors() {
        AnchorsDecoder decoder = decoder(Activation.NONE, Background.NONE);

        assertThat(decoder.decode(tensors(NOWHERE, NOWHERE, 0.5f, 0.75f, 0.9f, 0.1f)))
                .containsExactly(
                        new Detection(1, 0.75f, new Edges(0, 0, 16, 16)),
                        new Detection(0, 0.9f, new Edges(12, 6, 20, 10)));
    }

    @Test
    void decode_withDifferences_movesByVarianceTimesSizeAndGrowsExponentially() {
        // Second anchor: centre x 0.5 + 5 * 0.1 * 0.25 = 0.625, y 0.5 - 0.125 = 0.375; sizes 0.25 * e^(0.2 d) = 0.5 and
        // 0.125.
        float doubled = (float) (Math.log(2) / 0.2);
        float[] delta = {5, -5, doubled, -doubled};

        Edges edges = decoder(Activation.NONE, Background.NONE)
                .decode(tensors(NOWHERE, delta, 0, 0, 0.9f, 0.1f))
                .getFirst()
                .edges();

        assertThat(edges.left()).isCloseTo((0.625f - 0.25f) * 32, within(1e-4f));
        assertThat(edges.right()).isCloseTo((0.625f + 0.25f) * 32, within(1e-4f));
        assertThat(edges.top()).isCloseTo((0.375f - 0.0625f) * 16, within(1e-4f));
        assertThat(edges.bottom()).isCloseTo((0.375f + 0.0625f) * 16, within(1e-4f));
    }

    @Test
    void decode_withBackgroundFirst_takesItIntoTheSoftmaxOnly() {
        // Row 1: background 1/4, labels 1/4 and 2/4. Row 2: nearly all background.
        float ln2 = (float) Math.log(2);

        List<Detection> found =
                decoder(Activation.SOFTMAX, Background.FIRST).decode(tensors(NOWHERE, NOWHERE, 0, 0, ln2, 9, 0, ln2));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().category()).isEqualTo(1);
        assertThat(found.getFirst().confidence()).isCloseTo(0.5f, within(1e-6f));
    }

    @Test
    void decode_withBackgroundLast_labelsComeFirst() {
        float ln2 = (float) Math.log(2);

        List<Detection> found =
                decoder(Activation.SOFTMAX, Background.LAST).decode(tensors(NOWHERE, NOWHERE, ln2, 0, 0, 0, ln2, 9));

        assertThat(found).extracting(Detection::category).containsExactly(0);
    }

    @Test
    void decode_withSigmoid_isPerLabel() {
        List<Detection> found = decoder(Activation.SIGMOID, Background.NONE)
                .decode(tensors(NOWHERE, NOWHERE, -9, 0, (float) -Math.log(3), -9));

        assertThat(found).extracting(Detection::confidence).containsExactly(0.5f);
    }

    @Test
    void decode_withDifferencesOutOfRange_leavesTheBoxOut() {
        float[] huge = {0, 0, 1000, 0};
        float[] noNumber = {Float.NaN, 0, 0, 0};

        assertThat(decoder(Activation.NONE, Background.NONE).decode(tensors(huge, noNumber, 1, 0, 1, 0)))
                .isEmpty();
    }

    @Test
    void decode_withScoresOfOtherColumns_namesBothNumbers() {
        AnchorsDecoder decoder = decoder(Activation.SOFTMAX, Background.FIRST);

        assertThatThrownBy(() -> decoder.decode(tensors(NOWHERE, NOWHERE, 0, 0, 0, 0)))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("expected 6 values in output scores, got 4");
    }

    private static AnchorsDecoder decoder(Activation activation, Background background) {
        AnchorsOutputs outputs = new AnchorsOutputs(
                "deltas", "scores", activation, background, List.of(0.1f, 0.1f, 0.2f, 0.2f), ANCHORS);
        return new AnchorsDecoder(outputs, Specs.rgb(32, 16, InputSpec.Resize.STRETCH), 2, 0.4);
    }

    private static ModelTensors tensors(float[] first, float[] second, float... scores) {
        FloatBuffer deltas = FloatBuffer.allocate(8).put(first).put(second).flip();
        return new ModelTensors(Map.of("deltas", deltas, "scores", FloatBuffer.wrap(scores)));
    }
}
