package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.inference.BoxForm.Order;
import dev.sightline.inference.BoxForm.Units;
import dev.sightline.inference.Detection.Edges;
import dev.sightline.inference.ModelOutputs.BoxesOutputs;
import dev.sightline.visual.SightlineException;
import java.nio.FloatBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two labels, floor 0.4, boxes as left, top, right and bottom in pixels. */
class BoxesDecoderTest {

    private static final float NAN = Float.NaN;
    private static final float INFINITE = Float.POSITIVE_INFINITY;

    @Test
    void decode_withScorePerLabel_takesTheSurestLabelOfEachRow() {
        float[] boxes = {0, 0, 4, 4, 1, 1, 5, 5, 2, 2, 6, 6};
        float[] scores = {0.5f, 0.75f, 0.25f, 0.375f, 0.625f, 0.625f};

        assertThat(decoder(null, 3, 0).decode(tensors(boxes, scores)))
                .containsExactly(
                        new Detection(1, 0.75f, new Edges(0, 0, 4, 4)),
                        new Detection(0, 0.625f, new Edges(2, 2, 6, 6)));
    }

    @Test
    void decode_withBackgroundColumn_passesOverIt() {
        float[] boxes = {0, 0, 4, 4, 1, 1, 5, 5};
        float[] scores = {0.9f, 0.0625f, 0.03f, 0.1f, 0.2f, 0.7f};

        assertThat(decoder(null, 2, 1).decode(tensors(boxes, scores)))
                .containsExactly(new Detection(1, 0.7f, new Edges(1, 1, 5, 5)));
    }

    @Test
    void decode_withClasses_countsFromTheFirstLabelAndDropsBackgroundAndPadding() {
        float[] boxes = {0, 0, 4, 4, 1, 1, 5, 5, 2, 2, 6, 6};
        float[] scores = {0.9f, 0.8f, 0.7f};

        assertThat(decoder("classes", 3, 1).decode(tensors(boxes, scores, 2, 0, -1)))
                .containsExactly(new Detection(1, 0.9f, new Edges(0, 0, 4, 4)));
        assertThat(decoder("classes", 3, 0).decode(tensors(boxes, scores, 1, 0, -1)))
                .containsExactly(
                        new Detection(1, 0.9f, new Edges(0, 0, 4, 4)), new Detection(0, 0.8f, new Edges(1, 1, 5, 5)));
    }

    @Test
    void decode_atTheFloor_keeps() {
        float[] boxes = {0, 0, 4, 4, 1, 1, 5, 5};

        assertThat(decoder("classes", 2, 0).decode(tensors(boxes, new float[] {0.4f, 0.39f}, 0, 0)))
                .hasSize(1);
    }

    @Test
    void decode_withBoxesWithoutAreaOrPlace_leavesThemOut() {
        float[] boxes = {4, 0, 4, 4, 5, 0, 4, 4, NAN, 0, 4, 4, 0, 0, INFINITE, 4, -INFINITE, 0, 4, 4};
        float[] scores = {0.9f, 0.9f, 0.9f, 0.9f, 0.9f};

        assertThat(decoder("classes", 5, 0).decode(tensors(boxes, scores, 0, 0, 0, 0, 0)))
                .isEmpty();
    }

    @Test
    void decode_withScoresThatAreNoNumbers_leavesThemOut() {
        float[] boxes = {0, 0, 4, 4};

        assertThat(decoder("classes", 1, 0).decode(tensors(boxes, new float[] {NAN}, 0)))
                .isEmpty();
        assertThat(decoder(null, 1, 0).decode(tensors(boxes, new float[] {NAN, NAN})))
                .isEmpty();
    }

    @Test
    void decode_withAnyNumberOfRows_readsThoseThatAreThere() {
        assertThat(decoder("classes", 0, 0).decode(tensors(new float[0], new float[0])))
                .isEmpty();
        assertThat(decoder("classes", 0, 0).decode(tensors(new float[] {0, 0, 4, 4}, new float[] {0.9f}, 0)))
                .hasSize(1);
        assertRefused(
                decoder("classes", 0, 0),
                tensors(new float[] {0, 0, 4, 4, 5}, new float[] {0.9f}, 0),
                "rows of 4 values in output boxes, got 5");
    }

    @Test
    void decode_withOtherNumberOfRows_namesBothNumbers() {
        assertRefused(
                decoder("classes", 2, 0),
                tensors(new float[] {0, 0, 4, 4}, new float[] {0.9f}, 0),
                "expected 8 values in output boxes, got 4");
    }

    @Test
    void decode_withClassThatHasNoLabel_namesBothNumbers() {
        assertRefused(
                decoder("classes", 1, 1),
                tensors(new float[] {0, 0, 4, 4}, new float[] {0.9f}, 3),
                "expected classes 1..2 in output classes, got 3");
    }

    private static void assertRefused(BoxesDecoder decoder, ModelTensors tensors, String part) {
        assertThatThrownBy(() -> decoder.decode(tensors))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining(part);
    }

    private static BoxesDecoder decoder(@Nullable String classes, int rows, int firstLabel) {
        BoxForm form = new BoxForm(Order.LTRB, Units.PIXELS);
        BoxesOutputs outputs = new BoxesOutputs("boxes", form, "scores", classes, rows, firstLabel, false);
        return new BoxesDecoder(outputs, Specs.rgb(32, 16, InputSpec.Resize.STRETCH), 2, 0.4);
    }

    private static ModelTensors tensors(float[] boxes, float[] scores, float... classes) {
        return new ModelTensors(Map.of(
                "boxes", FloatBuffer.wrap(boxes),
                "scores", FloatBuffer.wrap(scores),
                "classes", FloatBuffer.wrap(classes)));
    }
}
