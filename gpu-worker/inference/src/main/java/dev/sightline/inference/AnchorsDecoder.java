package dev.sightline.inference;

import dev.sightline.inference.Detection.Edges;
import dev.sightline.inference.ModelOutputs.Anchor;
import dev.sightline.inference.ModelOutputs.AnchorsOutputs;
import dev.sightline.inference.ModelOutputs.Background;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads boxes out of raw SSD outputs: differences d from default boxes.
 *
 * <p>With an anchor (cx, cy, w, h) in fractions of the input frame and variances v, the box has the centre {@code (cx + d0 v0 w, cy +
 * d1 v1 h)} and the size {@code (w exp(d2 v2), h exp(d3 v3))}.
 */
record AnchorsDecoder(AnchorsOutputs outputs, InputSpec input, int labels, double minConfidence) implements BoxDecoder {

    private static final int NUMBERS = 4;
    private static final BoxForm FORM = new BoxForm(BoxForm.Order.CXCYWH, BoxForm.Units.FRACTIONS);

    @Override
    public List<Detection> decode(ModelTensors tensors) {
        int rows = outputs.anchors().size();
        ScoreTable scores = scores(tensors, rows);
        FloatBuffer deltas = tensors.require(outputs.deltas(), rows * NUMBERS);
        List<Detection> found = new ArrayList<>();
        float[] delta = new float[NUMBERS];
        for (int row = 0; row < rows; row++) {
            deltas.get(row * NUMBERS, delta);
            int category = scores.surest(row);
            if (category != ScoreTable.NONE) {
                add(found, new Detection(category, confidence(scores, row, category), edges(row, delta)));
            }
        }
        return found;
    }

    private ScoreTable scores(ModelTensors tensors, int rows) {
        int columns = outputs.background() == Background.NONE ? labels : labels + 1;
        int first = outputs.background() == Background.FIRST ? 1 : 0;
        return new ScoreTable(tensors.require(outputs.scores(), rows * columns), columns, first, labels);
    }

    private float confidence(ScoreTable scores, int row, int category) {
        float probability = switch (outputs.activation()) {
            case SOFTMAX -> scores.softmax(row, category);
            case SIGMOID -> scores.sigmoid(row, category);
            case NONE -> scores.score(row, category);
        };
        return Math.clamp(probability, 0f, 1f);
    }

    private Edges edges(int row, float[] delta) {
        Anchor anchor = outputs.anchors().get(row);
        List<Float> variances = outputs.variances();
        float[] box = {
            anchor.centerX() + delta[0] * variances.get(0) * anchor.width(),
            anchor.centerY() + delta[1] * variances.get(1) * anchor.height(),
            anchor.width() * (float) Math.exp(delta[2] * variances.get(2)),
            anchor.height() * (float) Math.exp(delta[3] * variances.get(3))
        };
        return FORM.toPixels(box, input);
    }

    private void add(List<Detection> found, Detection detection) {
        if (detection.confidence() >= minConfidence && detection.edges().hasArea()) {
            found.add(detection);
        }
    }
}
