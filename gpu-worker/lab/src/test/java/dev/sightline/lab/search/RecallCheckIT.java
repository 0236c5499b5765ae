package dev.sightline.lab.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.index.KnnMode;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.visual.HammingDistance;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The recall of an index on a real node, against the same two searches in memory. */
class RecallCheckIT {

    private static final int INDEXED = 200;

    @Test
    void check_ofAllImages_equalsTheSearchInMemory() {
        SearchTask task = Tasks.random(INDEXED);
        try (OpenSearchConnection connection = TestNode.connect();
                FilledIndex index = FilledIndex.of(task, connection, KnnMode.EXACT)) {
            CheckedRecall whole = new RecallCheck(index.view(), index.probe(), INDEXED).check(INDEXED, 1);
            CheckedRecall narrow = new RecallCheck(index.view(), index.probe(), 4).check(INDEXED, 1);

            assertThat(whole.recall().value()).isOne();
            assertThat(narrow.queries()).isEqualTo(INDEXED);
            assertThat(narrow.recall().value()).isCloseTo(recall(task.indexed(), 40), within(1e-9));
        }
    }

    private static double recall(List<Embedded> images, int shortlist) {
        return images.stream()
                .mapToDouble(query -> recall(query, images, shortlist))
                .average()
                .orElseThrow();
    }

    private static double recall(Embedded query, List<Embedded> images, int shortlist) {
        List<Embedded> others = images.stream()
                .filter(image -> !image.equals(query))
                .sorted(Comparator.comparingDouble(image -> -cosine(query, image)))
                .toList();
        List<Embedded> candidates = images.stream()
                .filter(image -> !image.equals(query))
                .sorted(Comparator.comparingInt((Embedded image) -> HammingDistance.between(
                                query.embedding().binary(), image.embedding().binary()))
                        .thenComparing(Embedded::signature))
                .limit(shortlist)
                .toList();
        return others.stream().limit(RecallCheck.K).filter(candidates::contains).count() / (double) RecallCheck.K;
    }

    private static double cosine(Embedded query, Embedded image) {
        return query.embedding().dense().cosine(image.embedding().dense());
    }
}
