package dev.sightline.lab.training;

import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.lab.metrics.Bootstrap;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.metrics.PrecisionAtK;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How well a projection finds images of the same label among the test images, which it was not trained on, against the features that
 * it was made from. Each test image asks all others except its near-duplicates. {@code cluster} is the number of an image's cluster
 * of near-duplicates, {@code seed} that of split, training and resampling.
 */
public record ProjectionReport(
        String dataSet, HeadSplit split, ToIntFunction<LabelledImage> cluster, LinearHead projection, long seed) {

    private static final int K = 5;
    private static final int DECIMALS = 3;

    /** The section {@code projection}: precision of dense and binary vectors before and after, with what the projection gains. */
    public Section toSection() {
        float[][] raw = split.test().rows();
        float[][] projected = projection.apply(raw);
        float[] medians = ZeroThreshold.medians(split.training().rows());
        Found ours = found("projection, bits above zero", ZeroThreshold.signs(projected), bits(projected));
        List<Found> others = List.of(
                found("projection, cosine", projected, floats(projected)),
                found("random rotation, bits above zero", ZeroThreshold.signs(rotated(raw)), bits(projected)),
                found("features, bits above zero", ZeroThreshold.signs(raw), bits(raw)),
                found("features, bits above the median", ZeroThreshold.signs(shifted(raw, medians)), bits(raw)),
                found("features, cosine", raw, floats(raw)));
        return Section.of("projection", title(), summary(ours, others.get(1)), List.of(table(ours, others)), List.of());
    }

    private String title() {
        FeatureTable training = split.training();
        return "Projection of %s to %d dimensions".formatted(training.embedder().id(), projection.outputs());
    }

    private String summary(Found ours, Found rotation) {
        FeatureTable training = split.training();
        return String.format(
                Locale.ROOT,
                "%s, layer %s of %s %s: trained on %d images, stopped by %d, judged on %d others, each asking all but its"
                        + " near-duplicates; seed %d. Against a random rotation to the same %d bytes, P@%d moves by %+.1f points: %s.",
                dataSet,
                training.layer(),
                training.embedder().id(),
                training.embedder().version(),
                training.images().size(),
                split.validation().images().size(),
                split.test().images().size(),
                seed,
                ours.bytes(),
                K,
                100 * lead(ours.atK(), rotation.atK()).value(),
                lead(ours.atK(), rotation.atK()).excludesZero() ? "more than chance" : "within chance");
    }

    private Table table(Found ours, List<Found> others) {
        List<List<Cell>> rows = Stream.concat(Stream.of(ours), others.stream())
                .map(found -> row(ours, found))
                .toList();
        return new Table(
                "projection",
                "Precision on the test images, with 95 % intervals; gain: of the projection's bits over this row, query by query",
                List.of("vectors", "bytes", "P@1", "P@" + K, "gain at P@1", "gain at P@" + K),
                rows);
    }

    private List<Cell> row(Found ours, Found found) {
        boolean itself = found.name().equals(ours.name());
        return List.of(
                new Cell.Text(found.name()),
                new Cell.Count(found.bytes()),
                estimate(Bootstrap.of(seed).mean(found.atOne())),
                estimate(Bootstrap.of(seed).mean(found.atK())),
                itself ? new Cell.Missing("itself") : estimate(lead(ours.atOne(), found.atOne())),
                itself ? new Cell.Missing("itself") : estimate(lead(ours.atK(), found.atK())));
    }

    private Interval lead(double[] ours, double[] others) {
        return Bootstrap.of(seed).meanDifference(ours, others);
    }

    private static Cell estimate(Interval interval) {
        return new Cell.Estimate(interval, DECIMALS);
    }

    private float[][] rotated(float[][] raw) {
        float[][] directions = OrthonormalDirections.of(projection.outputs(), projection.inputs(), seed);
        Standardization standardization = Standardization.of(split.training().rows());
        return standardization
                .foldInto(new LinearHead(directions, new float[projection.outputs()]))
                .apply(raw);
    }

    private static float[][] shifted(float[][] rows, float[] by) {
        return Arrays.stream(rows)
                .map(row -> {
                    float[] shifted = row.clone();
                    for (int d = 0; d < by.length; d++) {
                        shifted[d] -= by[d];
                    }
                    return shifted;
                })
                .toArray(float[][]::new);
    }

    private static int floats(float[][] rows) {
        return rows[0].length * Float.BYTES;
    }

    private static int bits(float[][] rows) {
        return (rows[0].length + Byte.SIZE - 1) / Byte.SIZE;
    }

    private Found found(String name, float[][] rows, int bytes) {
        var neighbours = new CosineNeighbours(rows);
        List<List<String>> answers = IntStream.range(0, rows.length)
                .parallel()
                .mapToObj(i -> answer(i, neighbours.nearest(rows[i], rows.length)))
                .toList();
        return new Found(name, bytes, precisions(answers, 1), precisions(answers, K));
    }

    private List<String> answer(int query, int[] nearest) {
        List<LabelledImage> images = split.test().images();
        int own = cluster.applyAsInt(images.get(query));
        return Arrays.stream(nearest)
                .mapToObj(images::get)
                .filter(image -> cluster.applyAsInt(image) != own)
                .limit(K)
                .map(LabelledImage::label)
                .toList();
    }

    private double[] precisions(List<List<String>> answers, int k) {
        var precision = new PrecisionAtK(k);
        List<LabelledImage> images = split.test().images();
        return IntStream.range(0, images.size())
                .mapToDouble(i -> precision.of(images.get(i).label(), answers.get(i)))
                .toArray();
    }

    /** What one kind of vector finds: precisions query by query. */
    @SuppressWarnings("ArrayRecordComponent") // read here only
    private record Found(String name, int bytes, double[] atOne, double[] atK) {}
}
