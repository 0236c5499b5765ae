package dev.sightline.lab.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void of_tiedDistances_ordersByPosition() {
        var task = new RetrievalTask(Tasks.images("a", "b", "a", "b"), List.of(0, 1, 2, 3), List.of(1), 0);

        Ranking ranking = Ranking.of(task, Tasks.line(2, 1, 0, 9));

        assertThat(ranking.results()).containsExactly(List.of(0, 2, 3));
    }

    @Test
    void of_nearDuplicatesOfTheQuery_leavesThemOut() {
        var task = new RetrievalTask(Tasks.images("a", "a", "a", "b"), List.of(0, 0, 1, 2), List.of(0, 2), 0);

        Ranking ranking = Ranking.of(task, Tasks.line(0, 0.1f, 5, 3));

        assertThat(ranking.results()).containsExactly(List.of(3, 2), List.of(3, 1, 0));
        assertThat(ranking.precision(1)).containsExactly(0, 0);
        assertThat(ranking.precision(5)).containsExactly(0.2, 0.4);
    }

    @Test
    void of_moreImagesThanAreKept_keepsTheNearest() {
        int count = 30;
        String[] labels = new String[count];
        java.util.Arrays.fill(labels, "a");
        float[] points = new float[count];
        for (int i = 0; i < count; i++) {
            // Far ones first, so that every image moves into the list and out of it again.
            points[i] = count - i;
        }
        var task = new RetrievalTask(
                Tasks.images(labels),
                java.util.stream.IntStream.range(0, count).boxed().toList(),
                List.of(29),
                0);

        Ranking ranking = Ranking.of(task, Tasks.line(points));

        assertThat(ranking.results()).containsExactly(List.of(28, 27, 26, 25, 24, 23, 22, 21, 20, 19));
    }
}
