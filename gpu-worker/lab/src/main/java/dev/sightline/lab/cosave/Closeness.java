package dev.sightline.lab.cosave;

import dev.sightline.index.CoSaveScore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A way to say how close images are by the boards that they share. */
interface Closeness {

    /** Small enough that a million boards do not weigh as much as one in common. */
    double TIE = 1e-6;

    String name();

    /** What shares boards with an image, with its closeness; larger is closer. */
    Map<Integer, Double> around(int image, Boards boards);

    /** The closest, without the image itself; equally close ones by number. */
    default List<Integer> closest(int image, Boards boards, int limit) {
        return around(image, boards).entrySet().stream()
                .filter(entry -> entry.getKey() != image)
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** From the number of common boards and those of each. */
    record CoOccurrence(String name, Formula formula) implements Closeness {

        @Override
        public Map<Integer, Double> around(int image, Boards boards) {
            Map<Integer, Integer> together = new TreeMap<>();
            for (int board : boards.boards().get(image)) {
                boards.images().get(board).forEach(other -> together.merge(other, 1, Integer::sum));
            }
            Map<Integer, Double> close = new TreeMap<>();
            together.forEach((other, common) ->
                    close.put(other, formula.of(common, boards.degree(image), boards.degree(other))));
            return close;
        }
    }

    /** Common boards, boards of the query, boards of the other image. */
    @FunctionalInterface
    interface Formula {
        double of(int together, int queryBoards, int imageBoards);
    }

    /**
     * How often a random walk from the image, over boards and back, with a restart of probability {@code restart} after each image, ends at another;
     * by {@code steps} seeded steps, divided by the boards of the other to the power of {@code correction}.
     */
    record RandomWalk(String name, int steps, double restart, double correction) implements Closeness {

        @Override
        public Map<Integer, Double> around(int image, Boards boards) {
            var random = new SplittableRandom(image);
            Map<Integer, Double> visits = new TreeMap<>();
            int at = image;
            for (int step = 0; step < steps && boards.degree(image) > 0; step++) {
                int board = pick(boards.boards().get(at), random);
                at = pick(boards.images().get(board), random);
                visits.merge(at, Math.pow(boards.degree(at), -correction), Double::sum);
                if (random.nextDouble() < restart) {
                    at = image;
                }
            }
            return visits;
        }

        private static int pick(List<Integer> from, SplittableRandom random) {
            return from.get(random.nextInt(from.size()));
        }
    }

    /** Common boards by a power of the boards of the other image: 0 is no correction, 1/2 that of the cosine. */
    private static Closeness corrected(double power) {
        return new CoOccurrence(
                "corrected by power " + power, (together, query, image) -> together / Math.pow(image + 1.0, power));
    }

    /** All that are compared. */
    static List<Closeness> all() {
        return List.of(
                new CoOccurrence("common boards", (together, query, image) -> together),
                new CoOccurrence("index", CoSaveScore::of),
                new CoOccurrence("common boards, rarer first", (together, query, image) -> together - image * TIE),
                corrected(0.25),
                corrected(0.5),
                new CoOccurrence("cosine", (together, query, image) -> together / Math.sqrt((double) query * image)),
                new CoOccurrence("Jaccard", (together, query, image) -> (double) together / (query + image - together)),
                new CoOccurrence("lift", (together, query, image) -> together / ((double) query * image)),
                new RandomWalk("walk, 1,000 steps", 1000, 0.5, 0),
                new RandomWalk("walk, 10,000 steps", 10_000, 0.5, 0),
                new RandomWalk("walk, 10,000, corrected", 10_000, 0.5, 0.5));
    }
}
