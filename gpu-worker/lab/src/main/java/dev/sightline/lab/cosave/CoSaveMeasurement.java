package dev.sightline.lab.cosave;

import dev.sightline.lab.metrics.Bootstrap;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * How often the image that was taken off a board is among the ten closest of another image of that board: recall at 10, per board. The boards are
 * seeded, not people's. {@code nanoTime}: of a clock that only goes forward, for the time per query.
 */
public record CoSaveMeasurement(int imageCount, int boardCount, int queries, long seed, LongSupplier nanoTime) {

    private static final int TOPICS = 50;
    private static final double NOISE = 0.2;
    private static final int K = 10;
    private static final int FEWEST_LEFT = 4;
    private static final double NANOS = 1e6;
    private static final int DECIMALS = 3;

    private record Held(int query, int target) {}

    @SuppressWarnings("ArrayRecordComponent") // One number for each query; never compared.
    private record Measured(Closeness way, double[] hits, boolean[] rare, double millis) {

        /** Of the targets that are on few boards: the half that popular answers never find. */
        double[] rareHits() {
            return IntStream.range(0, hits.length)
                    .filter(i -> rare[i])
                    .mapToDouble(i -> hits[i])
                    .toArray();
        }
    }

    /** The section {@code co-save}. */
    public Section toSection() {
        List<Set<Integer>> all = new Boards.Seeded(imageCount, boardCount, TOPICS, NOISE).boards(seed);
        List<Held> held = hold(all);
        Boards boards = Boards.of(imageCount, all);
        boolean[] rare = rare(boards, held);
        List<Measured> measured = Closeness.all().stream()
                .map(way -> measure(way, boards, held, rare))
                .toList();
        return Section.of(
                "co-save",
                "What is saved together",
                ("%d seeded boards of %d images in %d topics, %.0f %% of the saves of any topic, seed %d; from each of %d boards one image was taken"
                                + " off, and is looked for among the %d closest of another image of the board. Simulated boards, not people's.")
                        .formatted(boardCount, imageCount, TOPICS, 100 * NOISE, seed, held.size(), K),
                List.of(table(measured)),
                List.of(bars(measured)));
    }

    /** Takes one image off each board that is asked about, and says of which other one it is to be found. */
    private List<Held> hold(List<Set<Integer>> all) {
        var random = new SplittableRandom(seed);
        List<Held> held = new ArrayList<>();
        for (Set<Integer> board : all) {
            if (held.size() < queries && board.size() > FEWEST_LEFT) {
                List<Integer> images = new ArrayList<>(board);
                int target = images.remove(random.nextInt(images.size()));
                board.remove(target);
                held.add(new Held(images.get(random.nextInt(images.size())), target));
            }
        }
        return held;
    }

    /** Which targets are on no more boards than half of them are. */
    private static boolean[] rare(Boards boards, List<Held> held) {
        int[] degrees =
                held.stream().mapToInt(one -> boards.degree(one.target())).toArray();
        int[] sorted = degrees.clone();
        Arrays.sort(sorted);
        boolean[] rare = new boolean[degrees.length];
        for (int i = 0; i < rare.length; i++) {
            rare[i] = degrees[i] <= sorted[sorted.length / 2];
        }
        return rare;
    }

    private Measured measure(Closeness way, Boards boards, List<Held> held, boolean[] rare) {
        long began = nanoTime.getAsLong();
        double[] hits = held.stream()
                .mapToDouble(one -> way.closest(one.query(), boards, K).contains(one.target()) ? 1 : 0)
                .toArray();
        return new Measured(way, hits, rare, (nanoTime.getAsLong() - began) / NANOS / held.size());
    }

    private Interval recall(Measured measured) {
        return Bootstrap.of(seed).mean(measured.hits());
    }

    private Table table(List<Measured> measured) {
        return new Table(
                "recall",
                "Recall at 10 with 95 % intervals, of all targets and of the half that is on the fewest boards, lead over the formula of the index, and milliseconds per query",
                List.of("closeness", "recall", "recall of rare images", "lead over the index", "ms per query"),
                measured.stream()
                        .map(each -> List.<Cell>of(
                                new Cell.Text(each.way().name()),
                                new Cell.Estimate(recall(each), DECIMALS),
                                new Cell.Estimate(Bootstrap.of(seed).mean(each.rareHits()), DECIMALS),
                                new Cell.Estimate(
                                        Bootstrap.of(seed)
                                                .meanDifference(
                                                        each.hits(),
                                                        measured.get(1).hits()),
                                        DECIMALS),
                                new Cell.Decimal(each.millis(), DECIMALS)))
                        .toList());
    }

    private Plot bars(List<Measured> measured) {
        return new Plot.Bars(
                "recall",
                "Held-out saves among the ten closest",
                new Plot.Axis("recall at 10", false),
                measured.stream()
                        .map(each -> new Plot.Bars.Bar(each.way().name(), recall(each)))
                        .toList());
    }
}
