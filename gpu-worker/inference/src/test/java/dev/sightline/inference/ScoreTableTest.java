package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class ScoreTableTest {

    private static final float NAN = Float.NaN;

    @Test
    void surest_ofSeveralRows_looksAtItsOwnRowAndLabelsOnly() {
        // Two labels behind one background column, which is always the highest.
        ScoreTable table = new ScoreTable(FloatBuffer.wrap(new float[] {9, 1, 2, 9, 4, 3}), 3, 1, 2);

        assertThat(table.surest(0)).isEqualTo(1);
        assertThat(table.surest(1)).isZero();
        assertThat(table.score(1, 0)).isEqualTo(4);
    }

    @Test
    void surest_withTie_isTheFirst() {
        assertThat(row(1, 5, 5, 2).surest(0)).isEqualTo(1);
    }

    @Test
    void surest_withValuesThatAreNoNumbers_passesOverThem() {
        assertThat(row(NAN, -3, NAN, -2).surest(0)).isEqualTo(3);
        assertThat(row(Float.NEGATIVE_INFINITY, NAN).surest(0)).isZero();
        assertThat(row(NAN, NAN).surest(0)).isEqualTo(ScoreTable.NONE);
    }

    @Test
    void softmax_countsTheBackground() {
        // Logits 0, 0 and ln 2: shares 1/4, 1/4 and 2/4.
        ScoreTable table = new ScoreTable(FloatBuffer.wrap(new float[] {0, 0, (float) Math.log(2)}), 3, 1, 2);

        assertThat(table.softmax(0, 0)).isCloseTo(0.25f, within(1e-6f));
        assertThat(table.softmax(0, 1)).isCloseTo(0.5f, within(1e-6f));
    }

    @Test
    void softmax_ofHugeLogits_staysFinite() {
        assertThat(row(1000, 1000).softmax(0, 0)).isCloseTo(0.5f, within(1e-6f));
        assertThat(row(-1000, 1000).softmax(0, 0)).isZero();
    }

    @Test
    void sigmoid_ofLogits_isTheLogisticFunction() {
        assertThat(row(0, (float) Math.log(3)).sigmoid(0, 0)).isEqualTo(0.5f);
        assertThat(row(0, (float) Math.log(3)).sigmoid(0, 1)).isCloseTo(0.75f, within(1e-6f));
    }

    private static ScoreTable row(float... scores) {
        return new ScoreTable(FloatBuffer.wrap(scores), scores.length, 0, scores.length);
    }
}
