package dev.sightline.lab.retrieval;

import dev.sightline.lab.corpus.LabelledImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Small tasks. */
final class Tasks {

    private Tasks() {}

    /** Images with these labels, named by their positions. */
    static List<LabelledImage> images(String... labels) {
        return IntStream.range(0, labels.length)
                .mapToObj(
                        i -> new LabelledImage(Path.of(labels[i], i + ".png"), labels[i], labels[i] + "/" + i + ".png"))
                .toList();
    }

    /** Points on a line, compared by how far they are apart. */
    static Representation line(float... points) {
        float[][] rows = new float[points.length][];
        for (int i = 0; i < points.length; i++) {
            rows[i] = new float[] {points[i]};
        }
        return new Representation("line", "points", "l1", 4, null, DenseDistances.of(rows, DenseDistances.Norm.L1));
    }
}
