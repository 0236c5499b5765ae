package dev.sightline.lab.features;

import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.visual.ModelRef;
import java.util.List;

/**
 * What one layer of one embedder sees in each image of a corpus.
 *
 * <p>{@code rows}: raw output of the layer, not normalised, one row per image in the order of {@code images}, all of the same length.
 * The rows are not copied, since a corpus may be large: do not change them.
 *
 * @throws IllegalArgumentException if the numbers of images and rows differ, or the rows' lengths
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of megabytes, read by this package's neighbours only
public record FeatureTable(ModelRef embedder, String layer, List<LabelledImage> images, float[][] rows) {

    public FeatureTable {
        images = List.copyOf(images);
        if (images.size() != rows.length) {
            throw new IllegalArgumentException("expected %d rows, got %d".formatted(images.size(), rows.length));
        }
        for (float[] row : rows) {
            if (row.length != rows[0].length) {
                throw new IllegalArgumentException(
                        "expected %d features, got %d".formatted(rows[0].length, row.length));
            }
        }
    }

    /** The number of features per image; 0 for an empty table. */
    public int dimensions() {
        return rows.length == 0 ? 0 : rows[0].length;
    }

    /** The rows of the images at these positions, in their order. */
    public FeatureTable select(List<Integer> positions) {
        return new FeatureTable(
                embedder,
                layer,
                positions.stream().map(images::get).toList(),
                positions.stream().map(position -> rows[position]).toArray(float[][]::new));
    }
}
