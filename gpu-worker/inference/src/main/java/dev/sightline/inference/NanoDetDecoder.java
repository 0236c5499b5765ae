package dev.sightline.inference;

import dev.sightline.inference.Detection.Edges;
import dev.sightline.inference.ModelOutputs.Level;
import dev.sightline.inference.ModelOutputs.NanoDetOutputs;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads boxes out of NanoDet's tensors.
 *
 * <p>A level is a grid of cells; the centre of cell (column, row) is {@code ((column + 0.5) * stride, (row + 0.5) * stride)}. Each cell
 * has a score per label, of which the highest counts, and four distances from the centre to the left, top, right and bottom edge. A
 * distance is the mean of a distribution over {@code 0 .. bins - 1}, given as logits, times the stride.
 */
record NanoDetDecoder(NanoDetOutputs outputs, InputSpec input, int labels, double minConfidence) implements BoxDecoder {

    /** Distances per cell: left, top, right, bottom. */
    static final int SIDES = 4;

    @Override
    public List<Detection> decode(ModelTensors tensors) {
        List<Detection> found = new ArrayList<>();
        for (Level level : outputs.levels()) {
            decode(level, tensors, found);
        }
        return found;
    }

    /** The number of cells that a level has in this input frame. */
    int cells(Level level) {
        return columns(level) * Math.ceilDiv(input.height(), level.stride());
    }

    private int columns(Level level) {
        return Math.ceilDiv(input.width(), level.stride());
    }

    private void decode(Level level, ModelTensors tensors, List<Detection> found) {
        int cells = cells(level);
        ScoreTable scores = new ScoreTable(tensors.require(level.scores(), cells * labels), labels, 0, labels);
        FloatBuffer distances = tensors.require(level.distances(), cells * SIDES * outputs.bins());
        for (int cell = 0; cell < cells; cell++) {
            int category = scores.surest(cell);
            if (category != ScoreTable.NONE && confidence(scores, cell, category) >= minConfidence) {
                add(found, new Detection(category, confidence(scores, cell, category), edges(level, cell, distances)));
            }
        }
    }

    private static void add(List<Detection> found, Detection detection) {
        if (detection.edges().hasArea()) {
            found.add(detection);
        }
    }

    private Edges edges(Level level, int cell, FloatBuffer distances) {
        int columns = columns(level);
        int row = cell / columns;
        int column = cell % columns;
        float centerX = (column + 0.5f) * level.stride();
        float centerY = (row + 0.5f) * level.stride();
        int first = cell * SIDES * outputs.bins();
        return new Edges(
                centerX - distance(distances, first, level),
                centerY - distance(distances, first + outputs.bins(), level),
                centerX + distance(distances, first + 2 * outputs.bins(), level),
                centerY + distance(distances, first + 3 * outputs.bins(), level));
    }

    private float confidence(ScoreTable scores, int cell, int category) {
        float probability = outputs.applySigmoid() ? scores.sigmoid(cell, category) : scores.score(cell, category);
        return Math.clamp(probability, 0f, 1f);
    }

    private float distance(FloatBuffer logits, int first, Level level) {
        double weights = 0;
        double weighted = 0;
        double largest = largest(logits, first);
        for (int bin = 0; bin < outputs.bins(); bin++) {
            double weight = Math.exp(logits.get(first + bin) - largest);
            weights += weight;
            weighted += weight * bin;
        }
        return (float) (weighted / weights * level.stride());
    }

    private double largest(FloatBuffer logits, int first) {
        double largest = logits.get(first);
        for (int bin = 1; bin < outputs.bins(); bin++) {
            largest = Math.max(largest, logits.get(first + bin));
        }
        return largest;
    }
}
