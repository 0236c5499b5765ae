package dev.sightline.blender.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.blender.understand.Annotation;
import dev.sightline.blender.understand.Understanding;
import dev.sightline.events.Frame;
import dev.sightline.index.StoredImage;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.Label;
import dev.sightline.visual.SalientColor;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankPiecesTest {

    private static final SalientColor BLACK = new SalientColor("black", 0, 0, 0, 0.5);
    private static final SalientColor WHITE = new SalientColor("white", 100, 0, 0, 0.5);
    private static final SalientColor GRAY = new SalientColor("gray", 50, 0, 0, 1);

    @Test
    void colors_ofTheSameColours_areTheSame() {
        assertThat(ColorSimilarity.of(List.of(BLACK, WHITE), List.of(WHITE, BLACK)))
                .hasValue(1);
    }

    @Test
    void colors_ofOthers_areAsFarAsTheNearest() {
        assertThat(ColorSimilarity.of(List.of(BLACK), List.of(WHITE))).hasValue(0);
        // Black and white are both 50 from gray, and gray 50 from either.
        assertThat(ColorSimilarity.of(List.of(BLACK, WHITE), List.of(GRAY))).hasValue(0.5);
        assertThat(ColorSimilarity.of(List.of(GRAY), List.of(BLACK, WHITE))).hasValue(0.5);
    }

    @Test
    void colors_ofNone_areNotKnown() {
        assertThat(ColorSimilarity.of(List.of(), List.of(WHITE))).isEmpty();
    }

    @Test
    void annotations_ofBoth_areTheSmallerByTheLarger() {
        Understanding query = new Understanding(
                List.of(),
                List.of(new Annotation("cup", 0.8, List.of()), new Annotation("tea", 0.2, List.of())),
                List.of(),
                null);

        assertThat(Overlap.ofAnnotations(query, image(new Label("cup", 0.4), new Label("chair", 0.6)))
                        .orElseThrow())
                .isCloseTo(0.4 / (0.8 + 0.2 + 0.6), within(1e-12));
        assertThat(Overlap.ofAnnotations(query, image())).isEmpty();
        assertThat(Overlap.ofAnnotations(Understanding.NONE, image(new Label("cup", 1))))
                .isEmpty();
    }

    @Test
    void categories_ofAQueryWithoutObjects_areNotKnown() {
        assertThat(Overlap.ofCategories(List.of(), List.of())).isEmpty();
    }

    private static StoredImage image(Label... labels) {
        return new StoredImage(
                Fixtures.aSignature(1),
                Fixtures.aModelSet().id(),
                List.of("a.png"),
                new Frame("png", 100, 50),
                List.of(labels),
                List.of(),
                Fixtures.anEmbedding(1).binary(),
                Fixtures.NOW);
    }
}
