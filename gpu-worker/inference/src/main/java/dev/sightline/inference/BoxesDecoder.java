package dev.sightline.inference;

import dev.sightline.inference.ModelOutputs.BoxesOutputs;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads boxes that the model has decoded itself, as Faster R-CNN, CenterNet and many exports of SSD do.
 *
 * <p>Scores are probabilities, 0..1. A class below {@code firstLabel} says that the row holds no object: background, or padding.
 */
record BoxesDecoder(BoxesOutputs outputs, InputSpec input, int labels, double minConfidence) implements BoxDecoder {

    private static final int NUMBERS = 4;

    @Override
    public List<Detection> decode(ModelTensors tensors) {
        FloatBuffer boxes = boxes(tensors);
        int rows = boxes.remaining() / NUMBERS;
        String classes = outputs.classes();
        return classes == null
                ? withSurestLabel(boxes, scores(tensors, rows))
                : withClasses(boxes, tensors.require(outputs.scores(), rows), tensors.require(classes, rows));
    }

    private FloatBuffer boxes(ModelTensors tensors) {
        return outputs.rows() == 0
                ? tensors.requireRows(outputs.boxes(), NUMBERS)
                : tensors.require(outputs.boxes(), outputs.rows() * NUMBERS);
    }

    private ScoreTable scores(ModelTensors tensors, int rows) {
        int columns = outputs.firstLabel() + labels;
        FloatBuffer scores = tensors.require(outputs.scores(), rows * columns);
        return new ScoreTable(scores, columns, outputs.firstLabel(), labels);
    }

    private List<Detection> withSurestLabel(FloatBuffer boxes, ScoreTable scores) {
        List<Detection> found = new ArrayList<>();
        for (int row = 0; row < boxes.remaining() / NUMBERS; row++) {
            int category = scores.surest(row);
            if (category != ScoreTable.NONE) {
                add(found, category, scores.score(row, category), numbers(boxes, row));
            }
        }
        return found;
    }

    private List<Detection> withClasses(FloatBuffer boxes, FloatBuffer scores, FloatBuffer classes) {
        List<Detection> found = new ArrayList<>();
        for (int row = 0; row < boxes.remaining() / NUMBERS; row++) {
            int category = Math.round(classes.get(row)) - outputs.firstLabel();
            if (category >= 0) {
                add(found, category, scores.get(row), numbers(boxes, row));
            }
        }
        return found;
    }

    private static float[] numbers(FloatBuffer boxes, int row) {
        float[] numbers = new float[NUMBERS];
        boxes.get(row * NUMBERS, numbers);
        return numbers;
    }

    private void add(List<Detection> found, int category, float score, float[] numbers) {
        Detection detection = new Detection(
                category, Math.clamp(score, 0f, 1f), outputs.form().toPixels(numbers, input));
        if (detection.confidence() >= minConfidence && detection.edges().hasArea()) {
            requireLabel(category);
            found.add(detection);
        }
    }

    private void requireLabel(int category) {
        if (category >= labels) {
            throw ModelBundle.invalid("expected classes %d..%d in output %s, got %d"
                    .formatted(
                            outputs.firstLabel(),
                            outputs.firstLabel() + labels - 1,
                            outputs.classes(),
                            category + outputs.firstLabel()));
        }
    }
}
