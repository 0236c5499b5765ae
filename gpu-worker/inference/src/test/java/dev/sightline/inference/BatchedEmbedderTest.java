package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.imaging.ImageFormat;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.imaging.RgbPixels;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchedEmbedderTest {

    @Test
    void embed_withMoreThanTheLargestBatch_takesSeveralInOrder() {
        TightEmbedder tight = new TightEmbedder(100);

        assertThat(widths(new BatchedEmbedder(tight, 4).embed(images(11)))).isEqualTo(upTo(11));

        assertThat(tight.batches).containsExactly(4, 4, 3);
    }

    @Test
    void embed_withBatchesThatDoNotFit_halvesUntilTheyDo() {
        TightEmbedder tight = new TightEmbedder(2);

        assertThat(widths(new BatchedEmbedder(tight, 8).embed(images(11)))).isEqualTo(upTo(11));

        assertThat(tight.batches).containsExactly(8, 4, 2, 2, 2, 2, 2, 1);
    }

    @Test
    void embed_withRoomForOneOnly_embedsOneByOne() {
        TightEmbedder tight = new TightEmbedder(1);

        assertThat(widths(new BatchedEmbedder(tight, 16).embed(images(3)))).isEqualTo(upTo(3));

        assertThat(tight.batches).containsExactly(3, 1, 1, 1);
    }

    @Test
    void embed_afterAShortage_triesTheLargestBatchAgain() {
        TightEmbedder tight = new TightEmbedder(2);
        BatchedEmbedder embedder = new BatchedEmbedder(tight, 4);
        embedder.embed(images(4));
        tight.batches.clear();
        tight.most = 100;

        embedder.embed(images(4));

        assertThat(tight.batches).containsExactly(4);
    }

    @Test
    void embed_withoutRoomForOne_failsByName() {
        TightEmbedder tight = new TightEmbedder(0);

        assertThatThrownBy(() -> new BatchedEmbedder(tight, 4).embed(images(4)))
                .isInstanceOfSatisfying(
                        SightlineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUT_OF_MEMORY));

        assertThat(tight.batches).containsExactly(4, 2, 1);
    }

    @Test
    void embed_withAnotherFailure_doesNotTryAgain() {
        TightEmbedder tight = new TightEmbedder(0);
        tight.failure = ErrorCode.DEFECT;

        assertThatThrownBy(() -> new BatchedEmbedder(tight, 4).embed(images(4))).isInstanceOf(SightlineException.class);

        assertThat(tight.batches).containsExactly(4);
    }

    @Test
    void embedder_withBatchesOfNone_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BatchedEmbedder(new TightEmbedder(1), 0))
                .withMessage("expected batches of at least 1 image, got 0");
    }

    private static List<NormalizedImage> images(int count) {
        return upTo(count).stream()
                .map(width -> new NormalizedImage(ImageFormat.PNG, width, 1, RgbPixels.of(width, 1, new int[width])))
                .toList();
    }

    private static List<Integer> upTo(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    private static List<Integer> widths(List<ImageFeatures> features) {
        return features.stream().map(each -> (int) each.toArray()[0]).toList();
    }

    /** Refuses batches of more than {@code most} images; the feature of an image is its width. */
    private static final class TightEmbedder implements ImageEmbedder {
        private final List<Integer> batches = new ArrayList<>();
        private int most;
        private ErrorCode failure = ErrorCode.OUT_OF_MEMORY;

        TightEmbedder(int most) {
            this.most = most;
        }

        @Override
        public List<ImageFeatures> embed(List<NormalizedImage> images) {
            batches.add(images.size());
            if (images.size() > most) {
                throw new SightlineException(failure, "expected at most %d, got %d".formatted(most, images.size()));
            }
            return images.stream()
                    .map(image -> new ImageFeatures(new float[] {image.width()}, List.of()))
                    .toList();
        }

        @Override
        public void close() {}
    }
}
