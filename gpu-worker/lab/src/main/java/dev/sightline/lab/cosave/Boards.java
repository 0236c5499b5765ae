package dev.sightline.lab.cosave;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Images on boards: a bipartite graph. {@code images.get(b)}: those of board b; {@code boards.get(i)}: those that image i is on. Immutable.
 */
record Boards(List<List<Integer>> images, List<List<Integer>> boards) {

    Boards {
        images = images.stream().map(List::copyOf).toList();
        boards = boards.stream().map(List::copyOf).toList();
    }

    static Boards of(int imageCount, List<? extends Set<Integer>> boards) {
        List<List<Integer>> boardsOf = new ArrayList<>();
        for (int image = 0; image < imageCount; image++) {
            boardsOf.add(new ArrayList<>());
        }
        for (int board = 0; board < boards.size(); board++) {
            for (int image : boards.get(board)) {
                boardsOf.get(image).add(board);
            }
        }
        return new Boards(boards.stream().map(List::<Integer>copyOf).toList(), boardsOf);
    }

    /** How many boards an image is on. */
    int degree(int image) {
        return boards.get(image).size();
    }

    /**
     * Seeded boards. Image i is of topic {@code i % topics}; the k-th image of a topic is as popular as {@code 1 / (k + 1)}. A board has one topic and
     * 5 to 30 images: each of its topic, or with probability {@code noise} of any topic, by popularity. Assumptions of ours, not a sample of people.
     */
    record Seeded(int imageCount, int boardCount, int topics, double noise) {

        private static final int SMALLEST = 5;
        private static final int LARGEST = 30;

        List<Set<Integer>> boards(long seed) {
            var random = new SplittableRandom(seed);
            List<Set<Integer>> boards = new ArrayList<>();
            for (int board = 0; board < boardCount; board++) {
                boards.add(board(random));
            }
            return boards;
        }

        private Set<Integer> board(SplittableRandom random) {
            int topic = random.nextInt(topics);
            int size = random.nextInt(SMALLEST, LARGEST + 1);
            Set<Integer> board = new TreeSet<>();
            for (int i = 0; i < size; i++) {
                int of = random.nextDouble() < noise ? random.nextInt(topics) : topic;
                board.add(of + topics * popular(random));
            }
            return board;
        }

        /** By inversion of the integral of 1 / x: close to 1 / (k + 1), and as cheap for any number of images. */
        private int popular(SplittableRandom random) {
            int perTopic = imageCount / topics;
            return (int) Math.pow(perTopic + 1.0, random.nextDouble()) - 1;
        }
    }
}
