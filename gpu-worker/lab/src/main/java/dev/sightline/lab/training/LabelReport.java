package dev.sightline.lab.training;

import dev.sightline.lab.metrics.Bootstrap;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How good a softmax layer is on the test images, which neither it nor its temperature was fitted to, against naming each image like
 * its nearest training images. {@code dataSet} names the images; {@code seed} is that of split, training and resampling.
 */
public record LabelReport(String dataSet, HeadSplit split, TrainedLabels trained, long seed) {

    private static final int NEIGHBOURS = 5;
    private static final int DECIMALS = 3;
    private static final Plot.Axis CONFIDENCE = new Plot.Axis("confidence of the surest label", false);
    private static final Plot.Axis ACCURACY = new Plot.Axis("share of right answers", false);

    /**
     * The section {@code labels}: accuracy, calibration, labels, reliability diagram and confusion of labels.
     *
     * @throws IllegalArgumentException if a test image has a label that no training image has
     */
    public Section toSection() {
        LabelledRows test = LabelledRows.of(split.test(), trained.labels());
        float[][] before = trained.raw().apply(test.rows());
        float[][] after = trained.calibrated().apply(test.rows());
        int[] named = Arrays.stream(after).mapToInt(Softmax::surest).toArray();
        Answers head = new Answers("softmax layer", named, test.labels(), Bootstrap.of(seed));
        Answers nearest = neighbours(1, test);
        return Section.of(
                "labels",
                "Labels of %s by a layer on %s"
                        .formatted(dataSet, split.training().embedder().id()),
                summary(head, nearest),
                List.of(
                        accuracyTable(head, nearest, neighbours(NEIGHBOURS, test)),
                        calibrationTable(before, after, test),
                        labelTable(named, test)),
                List.of(reliabilityPlot(before, after, test), confusionPlot(named, test)));
    }

    private Answers neighbours(int k, LabelledRows test) {
        LabelledRows known = LabelledRows.of(split.training(), trained.labels());
        int[] named = new NearestNeighbourLabels(known, k).of(test.rows());
        return new Answers(
                k == 1 ? "nearest neighbour" : k + " nearest neighbours", named, test.labels(), Bootstrap.of(seed));
    }

    private String summary(Answers head, Answers nearest) {
        return String.format(
                Locale.ROOT,
                "%s, layer %s of %s %s, %d labels: trained on %d images, stopped and calibrated on %d, judged on %d others; no"
                        + " near-duplicates straddle; seed %d. The softmax layer names %.1f %% right, the nearest neighbour %.1f %%:"
                        + " the difference is %s. Images of rare labels weigh more in training, 1 / sqrt(count).",
                dataSet,
                split.training().layer(),
                split.training().embedder().id(),
                split.training().embedder().version(),
                trained.labels().size(),
                split.training().images().size(),
                split.validation().images().size(),
                split.test().images().size(),
                seed,
                100 * head.accuracy().value(),
                100 * nearest.accuracy().value(),
                head.lead(nearest).excludesZero() ? "more than chance" : "within chance");
    }

    private static Table accuracyTable(Answers head, Answers... baselines) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row(head, new Cell.Missing("itself")));
        for (Answers baseline : baselines) {
            rows.add(row(baseline, new Cell.Estimate(head.lead(baseline), DECIMALS)));
        }
        return new Table(
                "accuracy",
                "Share of right answers on the test images, with 95 % intervals; the lead is taken image by image",
                List.of("method", "accuracy", "mean of labels", "lead of the softmax layer"),
                rows);
    }

    private static List<Cell> row(Answers answers, Cell lead) {
        return List.of(
                new Cell.Text(answers.method()),
                new Cell.Estimate(answers.accuracy(), DECIMALS),
                new Cell.Decimal(answers.labelMean(), DECIMALS),
                lead);
    }

    private Table calibrationTable(float[][] before, float[][] after, LabelledRows test) {
        return new Table(
                "confidence",
                "Confidence on the test images before and after temperature scaling; ECE over %d bins"
                        .formatted(Reliability.BINS),
                List.of("confidence", "temperature", "expected calibration error", "negative log-likelihood"),
                List.of(
                        calibrationRow("as trained", new Temperature(1), before, test),
                        calibrationRow("calibrated", trained.temperature(), after, test)));
    }

    private static List<Cell> calibrationRow(
            String name, Temperature temperature, float[][] logits, LabelledRows test) {
        return List.of(
                new Cell.Text(name),
                new Cell.Decimal(temperature.value(), DECIMALS),
                new Cell.Decimal(Reliability.of(logits, test.labels()).expectedCalibrationError(), DECIMALS),
                new Cell.Decimal(Temperature.negativeLogLikelihood(logits, test.labels()), DECIMALS));
    }

    private Table labelTable(int[] named, LabelledRows test) {
        int[] known = LabelledRows.of(split.training(), trained.labels()).counts();
        int[] asked = test.counts();
        List<List<Cell>> rows = IntStream.range(0, known.length)
                .mapToObj(label -> List.<Cell>of(
                        new Cell.Text(trained.labels().get(label)),
                        new Cell.Count(known[label]),
                        new Cell.Count(asked[label]),
                        new Cell.Count(count(named, test, label, label))))
                .toList();
        return new Table(
                "by-label",
                "Test images named right, label by label",
                List.of("label", "training images", "test images", "right"),
                rows);
    }

    private static Plot reliabilityPlot(float[][] before, float[][] after, LabelledRows test) {
        List<Plot.Point> ideal = List.of(Plot.Point.of(0, 0), Plot.Point.of(1, 1));
        return new Plot.Lines(
                "reliability",
                "Whether confidence is the share of right answers",
                CONFIDENCE,
                ACCURACY,
                List.of(
                        Plot.Series.reference("ideal", ideal),
                        Reliability.of(before, test.labels()).series("as trained"),
                        Reliability.of(after, test.labels()).series("calibrated")));
    }

    private Plot confusionPlot(int[] named, LabelledRows test) {
        int[] asked = test.counts();
        List<List<Double>> shares = IntStream.range(0, asked.length)
                .mapToObj(right -> IntStream.range(0, asked.length)
                        .mapToObj(answer -> (double) count(named, test, right, answer) / Math.max(1, asked[right]))
                        .toList())
                .toList();
        return new Plot.Matrix("confusion", "What the images of each label are named", trained.labels(), shares);
    }

    /** How many test images of one label are named with another one. */
    private static int count(int[] named, LabelledRows test, int right, int answer) {
        return (int) IntStream.range(0, named.length)
                .filter(i -> test.labels()[i] == right && named[i] == answer)
                .count();
    }
}
