package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.inference.Detection.Edges;
import dev.sightline.inference.ModelOutputs.Level;
import dev.sightline.inference.ModelOutputs.NanoDetOutputs;
import dev.sightline.visual.SightlineException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A frame of 32 x 16 pixels with stride 16 has two cells, with centres (8, 8) and (24, 8). */
class NanoDetDecoderTest {

    private static final int BINS = 3;
    private static final float OFF = -100;

    @Test
    void decode_withOneSureCell_placesTheBoxAroundItsCentre() {
        FloatBuffer scores = FloatBuffer.wrap(new float[] {0.1f, 0.2f, 0.3f, 0.8f});
        // All weight on bin 1, 0, 1 and 2: 16 pixels to the left and to the right, none up, 32 down.
        FloatBuffer distances = distances(bin(1), bin(0), bin(1), bin(2));

        List<Detection> found = decoder(false).decode(tensors(scores, distances));

        assertThat(found).containsExactly(new Detection(1, 0.8f, new Edges(8, 8, 40, 40)));
    }

    @Test
    void decode_withSpreadDistribution_takesItsMean() {
        FloatBuffer scores = FloatBuffer.wrap(new float[] {0, 0, 0, 0.5f});
        // Equal logits over bins 0, 1, 2: mean 1. Logits 0 and ln 3 over bins 0 and 1: mean 0.75.
        float[] even = {5, 5, 5};
        float[] threeQuarters = {0, (float) Math.log(3), OFF};
        FloatBuffer distances = distances(even, threeQuarters, even, threeQuarters);

        Edges edges =
                decoder(false).decode(tensors(scores, distances)).getFirst().edges();

        assertThat(edges.left()).isCloseTo(24 - 16, within(1e-4f));
        assertThat(edges.top()).isCloseTo(8 - 12, within(1e-4f));
        assertThat(edges.right()).isCloseTo(24 + 16, within(1e-4f));
        assertThat(edges.bottom()).isCloseTo(8 + 12, within(1e-4f));
    }

    @Test
    void decode_withLogits_appliesTheSigmoidBeforeTheFloor() {
        // The best of each cell: sigmoid 0.5 and 0.25; the floor is 0.4.
        FloatBuffer scores = FloatBuffer.wrap(new float[] {0, -1, (float) -Math.log(3), -2});

        List<Detection> found = decoder(true).decode(tensors(scores, distances(bin(1), bin(1), bin(1), bin(1))));

        assertThat(found).extracting(Detection::confidence).containsExactly(0.5f);
    }

    @Test
    void decode_withBoxesWithoutAreaOrPlace_leavesThemOut() {
        FloatBuffer scores = FloatBuffer.wrap(new float[] {0, 0.9f, Float.NaN, Float.NaN});
        float[] nowhere = {Float.NaN, 0, 0};

        assertThat(decoder(false).decode(tensors(scores, distances(bin(0), bin(0), bin(0), bin(1)))))
                .isEmpty();
        assertThat(decoder(false).decode(tensors(scores, distances(bin(1), bin(1), nowhere, bin(1)))))
                .isEmpty();
    }

    @Test
    void decode_withTensorOfOtherSize_namesBothSizes() {
        ModelTensors tensors = tensors(FloatBuffer.allocate(6), distances(bin(0), bin(0), bin(0), bin(0)));

        assertThatThrownBy(() -> decoder(false).decode(tensors))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("expected 4 values in output scores, got 6");
    }

    @Test
    void decode_withoutTensor_namesThoseThatAreThere() {
        ModelTensors tensors = new ModelTensors(Map.of("other", FloatBuffer.allocate(4)));

        assertThatThrownBy(() -> decoder(false).decode(tensors))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("expected an output named scores, got [other]");
    }

    private static NanoDetDecoder decoder(boolean applySigmoid) {
        NanoDetOutputs outputs = new NanoDetOutputs(List.of(new Level(16, "scores", "distances")), BINS, applySigmoid);
        return new NanoDetDecoder(outputs, Specs.rgb(32, 16, InputSpec.Resize.STRETCH), 2, 0.4);
    }

    private static ModelTensors tensors(FloatBuffer scores, FloatBuffer distances) {
        return new ModelTensors(Map.of("scores", scores, "distances", distances));
    }

    /** The same four distributions for both cells. */
    private static FloatBuffer distances(float[]... sides) {
        FloatBuffer buffer = FloatBuffer.allocate(2 * sides.length * BINS);
        for (int cell = 0; cell < 2; cell++) {
            for (float[] side : sides) {
                buffer.put(side);
            }
        }
        return buffer.flip();
    }

    private static float[] bin(int bin) {
        float[] logits = {OFF, OFF, OFF};
        logits[bin] = 0;
        return logits;
    }
}
