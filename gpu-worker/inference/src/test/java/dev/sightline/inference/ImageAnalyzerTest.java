package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.Frame;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.imaging.ImageFormat;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.imaging.RgbPixels;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SalientColor;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageAnalyzerTest {

    private static final Binarizer BINARIZER = Binarizer.zero(8);
    private static final ModelSet MODEL_SET = new ModelSet(
            ModelRef.builtIn("detector", "1", "d"),
            ModelRef.builtIn("embedder", "1", "e"),
            BINARIZER.ref(),
            null,
            8,
            8);
    private static final NormalizedBox RIGHT_HALF = new NormalizedBox(0.5, 0, 0.5, 1);
    private static final DetectedObject CUP = new DetectedObject("cup", 0.9, RIGHT_HALF);
    private static final NormalizedImage IMAGE =
            new NormalizedImage(ImageFormat.PNG, 20, 10, 3, RgbPixels.of(2, 1, new int[] {0xFF0000, 0x0000FF}));

    private final RecordingEmbedder embedder = new RecordingEmbedder();
    private final ImageAnalyzer analyzer =
            new ImageAnalyzer(MODEL_SET, new FixedDetector(List.of(CUP)), embedder, BINARIZER);

    @Test
    void analyze_withOneObject_embedsWholeAndCropInOneBatch() {
        ImageAnalysis analysis = analyzer.analyze(IMAGE);

        assertThat(embedder.batches).containsExactly(List.of(2, 1));
        assertThat(analysis.modelSet()).isEqualTo(MODEL_SET);
        assertThat(analysis.frame()).isEqualTo(new Frame("png", 20, 10, 3));
        assertThat(analysis.embedding()).isEqualTo(embeddingOf(2));
        assertThat(analysis.labels()).containsExactly(new Label("width 2", 0.5));
        assertThat(analysis.objects())
                .containsExactly(new AnalyzedObject(CUP, embeddingOf(1), List.of(new Label("width 1", 0.5))));
        assertThat(analysis.colors())
                .extracting(SalientColor::name, SalientColor::share)
                .containsExactly(tuple("blue", 0.5), tuple("red", 0.5));
    }

    @Test
    void analyzeCrop_embedsTheCropOnly() {
        ImageAnalysis analysis = analyzer.analyzeCrop(IMAGE, RIGHT_HALF);

        assertThat(embedder.batches).containsExactly(List.of(1));
        assertThat(analysis.frame()).isEqualTo(new Frame("png", 20, 10, 3));
        assertThat(analysis.embedding()).isEqualTo(embeddingOf(1));
        assertThat(analysis.objects()).isEmpty();
        assertThat(analysis.colors())
                .extracting(SalientColor::name, SalientColor::share)
                .containsExactly(tuple("blue", 1.0));
    }

    @Test
    void analyze_withObjectWithoutFeatures_leavesItOut() {
        embedder.blank(1);

        assertThat(analyzer.analyze(IMAGE).objects()).isEmpty();
    }

    @Test
    void analyze_withoutAnyFeature_isRefusedByName() {
        embedder.blank(2);

        assertThatThrownBy(() -> analyzer.analyze(IMAGE))
                .isInstanceOfSatisfying(
                        SightlineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_FEATURES))
                .hasMessage("expected at least one feature other than zero, got 8 zeros");
    }

    private static Embedding embeddingOf(int width) {
        return RecordingEmbedder.features(width).toEmbedding(BINARIZER);
    }

    private record FixedDetector(List<DetectedObject> objects) implements ObjectDetector {
        @Override
        public List<DetectedObject> detect(NormalizedImage image) {
            return objects;
        }

        @Override
        public void close() {}
    }

    /** Features and label depend on the width of the pixels alone. */
    private static final class RecordingEmbedder implements ImageEmbedder {
        private final List<List<Integer>> batches = new ArrayList<>();
        private int blankWidth = -1;

        /** From now on images of this width have no features. */
        void blank(int width) {
            blankWidth = width;
        }

        @Override
        public List<ImageFeatures> embed(List<NormalizedImage> images) {
            List<Integer> widths =
                    images.stream().map(image -> image.pixels().width()).toList();
            batches.add(widths);
            return widths.stream()
                    .map(width -> width == blankWidth ? new ImageFeatures(new float[8], List.of()) : features(width))
                    .toList();
        }

        static ImageFeatures features(int width) {
            return new ImageFeatures(
                    new float[] {width, -1, 0, 0, 0, 0, 0, 1}, List.of(new Label("width " + width, 0.5)));
        }

        @Override
        public void close() {}
    }
}
