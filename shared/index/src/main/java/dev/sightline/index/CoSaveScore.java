package dev.sightline.index;

/**
 * How much two images are saved together: {@code c / ((q + 1) * (n + 1)^0.1)}, where {@code c} is the number of boards that hold both, {@code q}
 * that of the query image's boards and {@code n} that of the other image's; 0..1, larger is better.
 *
 * <p>The share of the query's boards that hold the other image, and a little less of it the more boards that one is on: of two images that
 * share as many boards with the query the rarer one comes first. The power is small since a full correction (1/2, a cosine) finds much less of
 * what people save next. The one beside {@code q} takes from what rests on a single board: 1 of 1 is 0.47, 10 of 10 is 0.72.
 *
 * <p>Ours. The paper reaches boards by random walks from pin to board to pin.
 */
public final class CoSaveScore {

    private static final double CORRECTION = 0.1;

    private CoSaveScore() {}

    /**
     * The score.
     *
     * @param together boards that hold both, at most the lower one of the other two
     * @param queryBoards boards of the query image
     * @param imageBoards boards of the other image
     */
    public static double of(int together, int queryBoards, int imageBoards) {
        return together / ((queryBoards + 1.0) * Math.pow(imageBoards + 1.0, CORRECTION));
    }
}
