package dev.sightline.lab.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.lab.corpus.CorpusSplit.Part;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CorpusSplitTest {

    @Test
    void of_tenImagesOfEachLabel_dividesEachByTheShares() {
        List<String> labels = Stream.concat(
                        Collections.nCopies(10, "bird").stream(), Collections.nCopies(10, "fish").stream())
                .toList();

        CorpusSplit split = CorpusSplit.of(labels, Clusters.single(20), 1);

        for (String label : List.of("bird", "fish")) {
            assertThat(Stream.of(Part.values()).map(part -> count(split, part, labels, label)))
                    .containsExactly(5L, 3L, 2L);
        }
        assertThat(split.smallLabels()).isEmpty();
    }

    @Test
    void of_labelsWithFewerClustersThanParts_namesThemAndPrefersEvaluation() {
        CorpusSplit split = CorpusSplit.of(List.of("bird", "fish", "fish"), Clusters.single(3), 1);

        assertThat(split.smallLabels()).containsExactly("bird", "fish");
        assertThat(split.part(Part.EVALUATION)).hasSize(2).contains(0);
        assertThat(split.part(Part.CALIBRATION)).hasSize(1);
        assertThat(split.part(Part.TUNING)).isEmpty();
    }

    @Test
    void of_otherSeeds_dividesOtherwise() {
        List<String> labels = Collections.nCopies(40, "fish");

        CorpusSplit first = CorpusSplit.of(labels, Clusters.single(40), 1);

        assertThat(CorpusSplit.of(labels, Clusters.single(40), 1)).isEqualTo(first);
        assertThat(CorpusSplit.of(labels, Clusters.single(40), 2)).isNotEqualTo(first);
    }

    @Test
    void of_fewerLabelsThanImages_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorpusSplit.of(List.of("fish"), Clusters.single(2), 1))
                .withMessage("expected a label for each of 2 images, got 1");
    }

    @Property(tries = 100)
    void of_anyClusters_dividesNoneAndLosesNoImage(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 9) Integer> wanted, @ForAll long seed) {
        Clusters clusters = Clusters.ofForest(IntStream.range(0, wanted.size())
                .map(image -> wanted.indexOf(wanted.get(image)))
                .toArray());
        List<String> labels =
                wanted.stream().map(cluster -> "label" + cluster % 3).toList();

        CorpusSplit split = CorpusSplit.of(labels, clusters, seed);

        assertThat(Stream.of(Part.values()).flatMap(part -> split.part(part).stream()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, wanted.size()).boxed().toList());
        Set<Integer> seen = new HashSet<>();
        for (Part part : Part.values()) {
            Set<Integer> here =
                    new HashSet<>(split.part(part).stream().map(clusters::of).toList());
            assertThat(Collections.disjoint(seen, here)).isTrue();
            seen.addAll(here);
        }
    }

    private static long count(CorpusSplit split, Part part, List<String> labels, String label) {
        return split.part(part).stream()
                .filter(image -> labels.get(image).equals(label))
                .count();
    }
}
