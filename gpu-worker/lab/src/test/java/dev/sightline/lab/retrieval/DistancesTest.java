package dev.sightline.lab.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.lab.retrieval.DenseDistances.Norm;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.HammingDistance;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DistancesTest {

    /** Five values: one group of four, and one left over. */
    private static final float[][] ROWS = {{3, 0, 0, 0, 4}, {0, 0, 0, 0, 8}, {0, 0, 0, 0, 0}};

    @Test
    void l2_ofKnownRows_isTheSquare() {
        assertThat(from(0, DenseDistances.of(ROWS, Norm.L2))).containsExactly(0, 25, 25);
    }

    @Test
    void l1_ofKnownRows_isTheSumOfDifferences() {
        assertThat(from(0, DenseDistances.of(ROWS, Norm.L1))).containsExactly(0, 7, 7);
    }

    @Test
    void cosine_ofKnownRows_isOneLessTheCosine() {
        float[] distances = from(0, DenseDistances.of(ROWS, Norm.COSINE));

        assertThat(distances[0]).isCloseTo(0, within(1e-6f));
        assertThat(distances[1]).isCloseTo(0.2f, within(1e-6f));
        assertThat(distances[2]).isEqualTo(1);
    }

    @Test
    void hamming_ofAnyRows_isThatOfTheServedCodes() {
        var random = new Random(1);
        float[][] rows = new float[6][72];
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextFloat() - 0.5f;
            }
        }
        Binarizer binarizer = Binarizer.zero(72);

        float[] distances = from(2, HammingDistances.of(binarizer, rows));

        for (int i = 0; i < rows.length; i++) {
            assertThat(distances[i])
                    .isEqualTo(HammingDistance.between(binarizer.binarize(rows[2]), binarizer.binarize(rows[i])));
        }
        assertThat(distances[0]).isPositive();
    }

    private static float[] from(int query, Distances distances) {
        float[] into = new float[distances.size()];
        distances.from(query, into);
        return into;
    }
}
