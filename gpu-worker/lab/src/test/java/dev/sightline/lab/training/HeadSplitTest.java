package dev.sightline.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class HeadSplitTest {

    private final FeatureTable table =
            new Rows(1).add("a", 1).add("b", 2).add("a", 3).add("b", 4).table();
    private final HeadSplit split =
            new HeadSplit(table.select(List.of(0, 1)), table.select(List.of(2)), table.select(List.of(3)));

    @Test
    void requireWholeClusters_ofDisjointParts_isTheSplit() {
        assertThat(split.requireWholeClusters(clusters(0, 0, 1, 2))).isSameAs(split);
    }

    @Test
    void requireWholeClusters_withStraddlingDuplicates_namesBothImages() {
        assertThatThrownBy(() -> split.requireWholeClusters(clusters(0, 1, 2, 1)))
                .isInstanceOfSatisfying(
                        SightlineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                .hasMessage("expected near-duplicates in one part, got b/1 in training and b/3 in test");
    }

    @Test
    void requireWholeClusters_withTheSameImageTwice_isRefused() {
        var same = new HeadSplit(split.training(), split.training(), split.test());
        assertThatThrownBy(() -> same.requireWholeClusters(clusters(0, 1, 2, 3)))
                .hasMessageContaining("a/0 in training and a/0 in validation");
    }

    @Test
    void requireWholeClusters_withAnEmptyPart_namesIt() {
        var empty = new HeadSplit(split.training(), split.validation(), table.select(List.of()));
        assertThatThrownBy(() -> empty.requireWholeClusters(clusters(0, 1, 2, 3)))
                .hasMessage("expected images for test, got none");
    }

    @Test
    void labels_areThoseOfTheTraining() {
        assertThat(split.labels()).containsExactly("a", "b");
    }

    private static ToIntFunction<LabelledImage> clusters(int... numbers) {
        Map<String, Integer> byName =
                Map.of("a/0", numbers[0], "b/1", numbers[1], "a/2", numbers[2], "b/3", numbers[3]);
        return image -> byName.getOrDefault(image.name(), -1);
    }
}
