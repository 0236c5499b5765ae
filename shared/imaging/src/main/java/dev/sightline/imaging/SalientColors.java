package dev.sightline.imaging;

import dev.sightline.visual.SalientColor;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the few colours that a picture is seen to have.
 *
 * <p>Rule: at most {@value #GRID} x {@value #GRID} pixels on an even grid are counted in cells of sRGB. Beginning with the fullest cell, a cell that differs from
 * all seeds before it by at least {@value #MIN_DIFFERENCE} (CIE76) is a seed; each cell joins its nearest seed, and clusters whose
 * means have come closer than that are joined, the largest first. Of what results, the {@value #MAX_COLORS} largest with a share of at
 * least {@value #MIN_SHARE} are the salient colours; a picture of more colours than that has few or none. Shares are rounded down
 * to four digits, so that they never add up to more than 1. The name is that of {@link BasicColor}.
 *
 * <p>Nothing is random, and where a pixel lies does not matter once it is counted. What was transparent is white here, since {@link
 * ImageDecoder} lays it on white, and counts like any white of the picture. Pure; safe for all threads.
 *
 * <p>Paper: Lens' query understanding has salient colours, without a rule; this one is ours.
 */
public final class SalientColors {

    /** Two salient colours of a picture differ by at least this much (CIE76). */
    static final double MIN_DIFFERENCE = 20;

    static final double MIN_SHARE = 0.04;
    static final int MAX_COLORS = 6;

    static final int GRID = 48;
    private static final double SHARE_STEPS = 10_000;
    private static final double COORDINATE_STEPS = 10;

    private SalientColors() {}

    /** The salient colours, the largest share first. */
    public static List<SalientColor> of(RgbPixels pixels) {
        ColorHistogram histogram = sample(pixels);
        return separated(clusters(histogram.cells())).stream()
                .filter(cluster -> cluster.pixels() >= MIN_SHARE * histogram.total())
                .limit(MAX_COLORS)
                .map(cluster -> salient(cluster, histogram.total()))
                .toList();
    }

    /** The middles of the cells of a grid; every pixel of a picture that is smaller than the grid. */
    private static ColorHistogram sample(RgbPixels pixels) {
        ColorHistogram histogram = new ColorHistogram();
        int columns = Math.min(GRID, pixels.width());
        int rows = Math.min(GRID, pixels.height());
        for (int row = 0; row < rows; row++) {
            int y = middle(row, rows, pixels.height());
            for (int column = 0; column < columns; column++) {
                histogram.count(pixels.rgb(middle(column, columns, pixels.width()), y));
            }
        }
        return histogram;
    }

    private static int middle(int cell, int cells, int side) {
        return (int) ((2L * cell + 1) * side / (2L * cells));
    }

    private static List<ColorCluster> clusters(List<ColorCluster> cells) {
        List<LabColor> seeds = new ArrayList<>();
        for (ColorCluster cell : cells) {
            if (seeds.isEmpty() || !near(seeds.get(nearest(seeds, cell.color())), cell.color())) {
                seeds.add(cell.color());
            }
        }
        List<List<ColorCluster>> members = new ArrayList<>();
        seeds.forEach(seed -> members.add(new ArrayList<>()));
        cells.forEach(cell -> members.get(nearest(seeds, cell.color())).add(cell));
        return members.stream()
                .map(ColorCluster::merged)
                .sorted(ColorCluster.LARGEST_FIRST)
                .toList();
    }

    private static int nearest(List<LabColor> seeds, LabColor color) {
        int nearest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < seeds.size(); i++) {
            double distance = seeds.get(i).squaredDistance(color);
            if (distance < smallest) {
                smallest = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    /** Joins clusters until no two are near each other. A joined mean may come near a third: then again from the start. */
    private static List<ColorCluster> separated(List<ColorCluster> clusters) {
        List<ColorCluster> apart = new ArrayList<>();
        for (ColorCluster cluster : clusters) {
            int near = firstNear(apart, cluster.color());
            if (near < 0) {
                apart.add(cluster);
            } else {
                apart.set(near, ColorCluster.merged(List.of(apart.get(near), cluster)));
            }
        }
        apart.sort(ColorCluster.LARGEST_FIRST);
        return apart.size() == clusters.size() ? apart : separated(apart);
    }

    private static int firstNear(List<ColorCluster> clusters, LabColor color) {
        for (int i = 0; i < clusters.size(); i++) {
            if (near(clusters.get(i).color(), color)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean near(LabColor one, LabColor other) {
        return one.squaredDistance(other) < MIN_DIFFERENCE * MIN_DIFFERENCE;
    }

    private static SalientColor salient(ColorCluster cluster, int total) {
        LabColor color = cluster.color();
        return new SalientColor(
                BasicColor.of(color).term(),
                rounded(color.lightness()),
                rounded(color.a()),
                rounded(color.b()),
                Math.floor(SHARE_STEPS * cluster.pixels() / total) / SHARE_STEPS);
    }

    /** To a tenth, which nobody sees; never to minus zero. */
    private static double rounded(double coordinate) {
        return Math.round(coordinate * COORDINATE_STEPS) / COORDINATE_STEPS;
    }
}
