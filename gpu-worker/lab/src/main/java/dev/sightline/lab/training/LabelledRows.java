package dev.sightline.lab.training;

import dev.sightline.lab.features.FeatureTable;
import java.util.List;

/**
 * Features with the number of each one's label: {@code labels[i]} is the position of the label of {@code rows[i]} among {@code
 * names}. The arrays are not copied: do not change them.
 *
 * @throws IllegalArgumentException if the numbers of rows and labels differ
 */
@SuppressWarnings("ArrayRecordComponent") // read by this package's classes only
record LabelledRows(float[][] rows, int[] labels, List<String> names) {

    LabelledRows {
        names = List.copyOf(names);
        if (rows.length != labels.length) {
            throw new IllegalArgumentException("expected %d labels, got %d".formatted(rows.length, labels.length));
        }
    }

    /**
     * The images of a table, their labels numbered in the order of the names.
     *
     * @throws IllegalArgumentException if an image has none of these labels
     */
    static LabelledRows of(FeatureTable table, List<String> names) {
        int[] labels = table.images().stream()
                .mapToInt(image -> position(image.label(), names))
                .toArray();
        return new LabelledRows(table.rows(), labels, names);
    }

    int size() {
        return rows.length;
    }

    String label(int row) {
        return names.get(labels[row]);
    }

    LabelledRows withRows(float[][] others) {
        return new LabelledRows(others, labels, names);
    }

    /** How many images each label has. */
    int[] counts() {
        int[] counts = new int[names.size()];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    /** 1 / sqrt(images with the label), for each label; 1 for a label without images. */
    float[] labelWeights() {
        int[] counts = counts();
        float[] weights = new float[counts.length];
        for (int label = 0; label < weights.length; label++) {
            weights[label] = (float) (1 / Math.sqrt(Math.max(1, counts[label])));
        }
        return weights;
    }

    private static int position(String label, List<String> names) {
        int position = names.indexOf(label);
        if (position < 0) {
            throw new IllegalArgumentException("expected one of the labels %s, got %s".formatted(names, label));
        }
        return position;
    }
}
