package dev.sightline.inference;

import java.nio.FloatBuffer;

/**
 * Scores, {@code columns} per row; label 0 is in the column {@code first}, {@code labels} columns belong to labels. What is no number
 * is never the surest.
 */
record ScoreTable(FloatBuffer scores, int columns, int first, int labels) {

    /** What {@link #surest} answers for a row without numbers. */
    static final int NONE = -1;

    /** The label with the highest score of the row; of equal ones the first. */
    int surest(int row) {
        int best = NONE;
        float highest = Float.NaN;
        for (int label = 0; label < labels; label++) {
            float score = score(row, label);
            if (score > highest || (best == NONE && !Float.isNaN(score))) {
                best = label;
                highest = score;
            }
        }
        return best;
    }

    /** The score of a label in a row, as the model gives it. */
    float score(int row, int label) {
        return scores.get(row * columns + first + label);
    }

    /** The share of a label in the softmax over all columns of the row, background included. */
    float softmax(int row, int label) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int column = 0; column < columns; column++) {
            highest = Math.max(highest, scores.get(row * columns + column));
        }
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            sum += Math.exp(scores.get(row * columns + column) - highest);
        }
        return (float) (Math.exp(score(row, label) - highest) / sum);
    }

    /** The logistic function of a label's score in a row. */
    float sigmoid(int row, int label) {
        return (float) (1 / (1 + Math.exp(-score(row, label))));
    }
}
