package dev.sightline.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.sightline.lab.corpus.Clusters;
import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrainableImagesTest {

    /** Six cats, of which two show the same; four dogs; three birds that all show the same. */
    private final FeatureTable table = new Rows(1)
            .addCloud("cat", 6, 1, 0, 0)
            .addCloud("dog", 4, 1, 0, 0)
            .addCloud("bird", 3, 1, 0, 0)
            .table();

    private final Clusters clusters =
            Duplicates.of("c1", "c2", "c3", "c4", "c5", "c1", "d1", "d2", "d3", "d4", "b1", "b1", "b1");

    @Test
    void leftOut_namesLabelsWithTooFewDifferentImages() {
        assertThat(new TrainableImages(table, clusters, 3).leftOut()).containsExactly(entry("bird", 1));
        assertThat(new TrainableImages(table, clusters, 4).leftOut()).containsExactly(entry("bird", 1));
    }

    @Test
    void images_withOneLabelLeft_areRefusedByName() {
        assertThatThrownBy(() -> new TrainableImages(table, clusters, 5))
                .isInstanceOfSatisfying(
                        SightlineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                .hasMessage(
                        "expected at least 2 labels with 5 different images each, got 1; left out: {bird=1, dog=4}");
    }

    @Test
    void fewest_belowTheNumberOfParts_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainableImages(table, clusters, 2))
                .withMessage("expected at least 3 images per label, got 2");
    }

    @Test
    void split_forAnySeed_hasEachLabelInEachPartAndNoStraddlingDuplicates() {
        var images = new TrainableImages(table, clusters, 3);
        for (long seed = 0; seed < 50; seed++) {
            HeadSplit split = images.split(seed);
            Set<Integer> seen = new HashSet<>();
            for (FeatureTable part : List.of(split.training(), split.validation(), split.test())) {
                assertThat(labels(part)).containsExactlyInAnyOrder("cat", "dog");
                Set<Integer> own = new HashSet<>();
                part.images().forEach(image -> own.add(images.clusterOf().applyAsInt(image)));
                assertThat(seen).doesNotContainAnyElementsOf(own);
                seen.addAll(own);
            }
            assertThat(images(split)).hasSize(10).doesNotHaveDuplicates();
        }
    }

    @Test
    void split_ofTheSameSeed_isTheSame() {
        var images = new TrainableImages(table, clusters, 3);
        assertThat(images(images.split(3))).isEqualTo(images(images.split(3)));
        assertThat(images(images.split(3))).isNotEqualTo(images(images.split(4)));
    }

    private static Set<String> labels(FeatureTable table) {
        Set<String> labels = new HashSet<>();
        table.images().forEach(image -> labels.add(image.label()));
        return labels;
    }

    private static List<LabelledImage> images(HeadSplit split) {
        return Stream.of(split.training(), split.validation(), split.test())
                .flatMap(part -> part.images().stream())
                .toList();
    }
}
