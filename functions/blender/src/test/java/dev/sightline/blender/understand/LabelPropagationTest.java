package dev.sightline.blender.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.understand.Annotation.NeighborLabels;
import dev.sightline.blender.understand.LabelPropagation.LabeledNeighbor;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelPropagationTest {

    private static final ImageSignature NEAR = Fixtures.aSignature(1);
    private static final ImageSignature FAR = Fixtures.aSignature(2);

    @Test
    void propagate_weighsByNearnessAndNamesTheNeighbours() {
        List<NamedEvidence> evidence = LabelPropagation.propagate(List.of(
                new LabeledNeighbor(NEAR, 0.25, List.of(new Label("Fox", 0.5), new Label("hare", 1))),
                new LabeledNeighbor(FAR, 0.75, List.of(new Label("fox", 1)))));

        assertThat(evidence)
                .containsExactly(
                        new NamedEvidence("fox", new NeighborLabels(0.625, List.of(NEAR, FAR))),
                        new NamedEvidence("hare", new NeighborLabels(0.75, List.of(NEAR))));
    }

    @Test
    void propagate_nameTwiceInOneNeighbour_countsOnce() {
        assertThat(LabelPropagation.propagate(
                        List.of(new LabeledNeighbor(NEAR, 0, List.of(new Label("fox", 0.25), new Label("FOX", 0.5))))))
                .containsExactly(new NamedEvidence("fox", new NeighborLabels(0.5, List.of(NEAR))));
    }

    @Test
    void propagate_opposites_sayNothing() {
        assertThat(LabelPropagation.propagate(List.of(new LabeledNeighbor(FAR, 1, List.of(new Label("fox", 1))))))
                .isEmpty();
        assertThat(LabelPropagation.propagate(List.of())).isEmpty();
    }
}
