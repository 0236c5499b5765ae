package dev.sightline.index;

/**
 * How much more often two images are saved to one board than their popularity explains: {@code c / sqrt((q + 1) * (n + 1))}, where {@code c} is
 * the number of boards that hold both, {@code q} that of the query image's boards and {@code n} that of the other image's; 0..1, larger is
 * better.
 *
 * <p>Without the two ones this is the cosine of the images' boards (Ochiai coefficient): an image that is on every board is on those of the
 * query too, and gains nothing by it. The ones take from what rests on a single board: 1 of 1 and 1 gives 1/2, 10 of 10 and 10 gives 10/11.
 *
 * <p>Ours. The paper reaches boards by random walks from pin to board to pin.
 */
public final class CoSaveScore {

    private CoSaveScore() {}

    /**
     * The score.
     *
     * @param together boards that hold both, at most the lower one of the other two
     * @param queryBoards boards of the query image
     * @param imageBoards boards of the other image
     */
    public static double of(int together, int queryBoards, int imageBoards) {
        return together / Math.sqrt((queryBoards + 1.0) * (imageBoards + 1.0));
    }
}
