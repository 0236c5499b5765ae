package dev.sightline.lab.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RetrievalTaskTest {

    @Test
    void of_labelsInOneClusterOnly_asksNothingAboutThem() {
        RetrievalTask task = RetrievalTask.of(Tasks.images("a", "a", "b", "b", "c"), List.of(0, 1, 2, 2, 3), 100, 1);

        assertThat(task.queries()).containsExactly(0, 1);
        assertThat(task.unanswerable()).isEqualTo(3);
    }

    @Test
    void of_moreImagesThanQueries_drawsWithTheSeed() {
        var images = Tasks.images("a", "a", "a", "a", "a", "a", "a", "a", "a", "a");
        List<Integer> clusters = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

        RetrievalTask task = RetrievalTask.of(images, clusters, 4, 1);

        assertThat(task.queries()).hasSize(4).isSorted().doesNotHaveDuplicates();
        assertThat(RetrievalTask.of(images, clusters, 4, 1)).isEqualTo(task);
        assertThat(RetrievalTask.of(images, clusters, 4, 2)).isNotEqualTo(task);
    }

    @Test
    void largestPrecision_withFewRelevantImages_isBelowOne() {
        RetrievalTask task = RetrievalTask.of(Tasks.images("a", "a", "a"), List.of(0, 0, 1), 100, 1);

        // The two near-duplicates can find one image each, the third can find two.
        assertThat(task.largestPrecision(1)).isEqualTo(1);
        assertThat(task.largestPrecision(2)).isEqualTo((0.5 + 0.5 + 1) / 3);
    }

    @Test
    void of_nothingToAsk_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetrievalTask.of(Tasks.images("a", "b"), List.of(0, 1), 10, 1))
                .withMessage(
                        "expected a cluster for each of 2 images and at least one query, got 2 clusters and 0 queries");
    }
}
