package dev.sightline.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNeighbourLabelsTest {

    private final LabelledRows known = LabelledRows.of(
            new Rows(1)
                    .add("a", 10, 0)
                    .add("b", 2, 1)
                    .add("b", 0.2f, 0.11f)
                    .add("c", 0, 1)
                    .table(),
            List.of("a", "b", "c"));

    @Test
    void of_oneNeighbour_isTheNearestByAngle() {
        assertThat(new NearestNeighbourLabels(known, 1).of(new float[][] {{1, 0.1f}, {0, 7}}))
                .containsExactly(0, 2);
    }

    @Test
    void of_threeNeighbours_isTheLabelOfMost() {
        assertThat(new NearestNeighbourLabels(known, 3).of(new float[][] {{1, 0.1f}}))
                .containsExactly(1);
    }

    @Test
    void of_tiedVotes_isTheLabelOfTheNearest() {
        var pair = LabelledRows.of(new Rows(1).add("b", 1, 0).add("a", 0, 1).table(), List.of("a", "b"));
        assertThat(new NearestNeighbourLabels(pair, 2).of(new float[][] {{2, 1}, {1, 2}}))
                .containsExactly(1, 0);
    }
}
