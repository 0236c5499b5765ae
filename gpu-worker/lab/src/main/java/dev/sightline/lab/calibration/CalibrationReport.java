package dev.sightline.lab.calibration;

import dev.sightline.inference.BinarizerFile;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.visual.ModelRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How well the bits of a fitted binarizer are balanced: {@code dataSet} names the images, {@code embedder} made the features, and
 * each of {@code measured} is one part of the images.
 *
 * @throws IllegalArgumentException if nothing was measured
 */
public record CalibrationReport(String dataSet, ModelRef embedder, BinarizerFile binarizer, List<Measured> measured) {

    private static final int PARTS = 20;
    private static final int DECIMALS = 3;

    private static final List<String> COLUMNS = List.of(
            "images", "number", "smallest share", "median share", "largest share", "unbalanced bits", "constant bits");

    public CalibrationReport {
        measured = List.copyOf(measured);
        if (measured.isEmpty()) {
            throw new IllegalArgumentException("expected at least one part of the images, got none");
        }
    }

    /** The bits over one part of the images, for example {@code fitted} or {@code held out}. */
    public record Measured(String part, BitShares shares) {}

    /** The section {@code calibration}: one row per part, and the distribution of the last part's shares. */
    public Section toSection() {
        return Section.of(
                "calibration",
                "Share of set bits, %s of %s".formatted(binarizer.id(), embedder.id()),
                summary(),
                List.of(table()),
                List.of(plot(measured.getLast())));
    }

    /** Whether so many bits are unbalanced that a user should choose another method: more than a tenth. */
    public boolean warns() {
        BitShares shares = measured.getLast().shares();
        return shares.unbalanced() * 10 > shares.bits();
    }

    private String summary() {
        BitShares shares = measured.getLast().shares();
        return "%s: %s of %s %s, layer %s, %d features to %d bits%s. %d of %d bits (%s %%) lie outside %s to %s on the %s images. %s"
                .formatted(
                        dataSet,
                        binarizer.method(),
                        embedder.id(),
                        embedder.version(),
                        binarizer.layer(),
                        binarizer.dimensions(),
                        binarizer.bits(),
                        binarizer.seed() == null ? "" : ", seed " + binarizer.seed(),
                        shares.unbalanced(),
                        shares.bits(),
                        percent(shares.unbalanced(), shares.bits()),
                        BitShares.LOW,
                        BitShares.HIGH,
                        measured.getLast().part(),
                        advice());
    }

    private String advice() {
        if (!warns()) {
            return "The bits are balanced.";
        }
        // A median cannot divide a feature that is the same, mostly zero, for more than half of the images.
        String others = binarizer.method().equals("median") ? "rotation" : "median or rotation";
        return "Warning: such bits tell little; try " + others + ".";
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f", 100.0 * part / whole);
    }

    private Table table() {
        List<List<Cell>> rows = measured.stream().map(CalibrationReport::row).toList();
        return new Table(
                "set-bits",
                "Share of the images for which a bit is set, over all bits; unbalanced: outside %s to %s; constant: 0 or 1"
                        .formatted(BitShares.LOW, BitShares.HIGH),
                COLUMNS,
                rows);
    }

    private static List<Cell> row(Measured part) {
        BitShares shares = part.shares();
        return List.of(
                new Cell.Text(part.part()),
                new Cell.Count(shares.images()),
                new Cell.Decimal(shares.smallest(), DECIMALS),
                new Cell.Decimal(shares.median(), DECIMALS),
                new Cell.Decimal(shares.largest(), DECIMALS),
                new Cell.Count(shares.unbalanced()),
                new Cell.Count(shares.constant()));
    }

    private static Plot plot(Measured part) {
        long[] histogram = part.shares().histogram(PARTS);
        List<Plot.Bars.Bar> bars = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            String name = String.format(Locale.ROOT, "%.2f-%.2f", (double) i / PARTS, (double) (i + 1) / PARTS);
            bars.add(new Plot.Bars.Bar(name, new Interval(histogram[i], histogram[i], histogram[i])));
        }
        return new Plot.Bars(
                "set-bits",
                "How many bits are set for what share of the %s images".formatted(part.part()),
                new Plot.Axis("bits", false),
                bars);
    }
}
