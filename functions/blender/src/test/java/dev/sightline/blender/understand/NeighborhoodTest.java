package dev.sightline.blender.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.Corpus;
import dev.sightline.blender.understand.Annotation.DuplicateText;
import dev.sightline.blender.understand.Annotation.NeighborLabels;
import dev.sightline.index.ImageText;
import dev.sightline.index.ImageTexts;
import dev.sightline.index.Neighbor;
import dev.sightline.index.ObjectNeighbor;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.index.TextAnnotation;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.Label;
import dev.sightline.visual.ObjectId;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighborhoodTest {

    private final InMemoryVisualIndex index = Corpus.writeTo(new InMemoryVisualIndex());

    @Test
    void ofImages_withDuplicates_takesTheirTextsAndNamesTheClosest() {
        StoredImage close = index.open().image(Corpus.AT_20).orElseThrow();
        StoredImage closer = index.open().image(Corpus.AT_45).orElseThrow();

        Neighborhood near = Neighborhood.ofImages(
                List.of(new Neighbor(close, 16, 0.25, 0.9), new Neighbor(closer, 0, 0, 0.8)), 0.25);

        assertThat(near.duplicate()).isEqualTo(new NearDuplicate(closer, 0));
        assertThat(near.evidence())
                .contains(
                        new NamedEvidence("corpus", new DuplicateText(0.75, Corpus.AT_20, "corpus")),
                        new NamedEvidence("corpus", new DuplicateText(1, Corpus.AT_45, "corpus")));
    }

    @Test
    void ofImages_withDuplicateOnBoards_takesItsAnnotationsAsSureAsBothAre() {
        StoredImage plain = index.open().image(Corpus.AT_20).orElseThrow();
        ImageTexts written = new ImageTexts(
                List.of(new ImageText("Red chair", "Kitchen")), List.of(new TextAnnotation("chair", 1, 0.5)));
        StoredImage saved = new StoredImage(
                plain.signature(),
                plain.modelSet(),
                plain.keys(),
                plain.frame(),
                List.of(),
                plain.colors(),
                plain.binary(),
                written,
                plain.indexedAt());

        assertThat(Neighborhood.ofImages(List.of(new Neighbor(saved, 16, 0.25, 0.9)), 0.25)
                        .evidence())
                .containsExactly(new NamedEvidence("chair", new DuplicateText(0.375, Corpus.AT_20, "chair")));
    }

    @Test
    void ofImages_justTooFar_isNoDuplicate() {
        StoredImage image = index.open().image(Corpus.AT_20).orElseThrow();

        Neighborhood near = Neighborhood.ofImages(List.of(new Neighbor(image, 17, 17 / 64.0, 0.9)), 0.25);

        assertThat(near.duplicate()).isNull();
        assertThat(near.evidence())
                .containsExactly(new NamedEvidence("at 20", new NeighborLabels(0.5, List.of(Corpus.AT_20))));
    }

    @Test
    void ofObjects_propagatesTheLabelsOfTheirCrops() {
        StoredObject cup =
                new StoredObject(new ObjectId(Corpus.AT_75, 0), Corpus.CUP, List.of(new Label("coffee mug", 0.5)));

        assertThat(Neighborhood.ofObjects(List.of(new ObjectNeighbor(cup, 16, 0.25, 0.9))))
                .isEqualTo(new Neighborhood(
                        List.of(new NamedEvidence("coffee mug", new NeighborLabels(0.5, List.of(Corpus.AT_75)))),
                        null));
    }
}
