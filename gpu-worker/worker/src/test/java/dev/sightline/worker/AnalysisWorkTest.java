package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalyzed;
import dev.sightline.events.ImageRejected;
import dev.sightline.events.ImageRemoved;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.imaging.RgbPixels;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnalysisWorkTest {

    private static final byte[] PICTURE = Pictures.png(0x102030);

    private final WorkerFixture worker = new WorkerFixture();
    private final AnalysisWork work = worker.work();

    @Test
    void perform_withNewImage_storesFeaturesAndTellsTheIndexer() {
        AnalysisRequested request = worker.upload("a.png", PICTURE);

        assertThat(work.perform(request)).isEqualTo(ImageOutcome.ANALYZED);

        ImageSignature signature = ImageSignature.of(PICTURE);
        FeatureRecord stored =
                worker.features.find(Fixtures.aModelSet().id(), signature).orElseThrow();
        assertThat(stored.analysis().frame().format()).isEqualTo("png");
        assertThat(stored.analysis().objects()).hasSize(1);
        assertThat(worker.indexQueue.sent())
                .containsExactly(new ImageAnalyzed(request.source(), signature, Fixtures.aModelSet(), Fixtures.NOW));
    }

    @Test
    void perform_withNewImage_storesAThumbnailOfAtMost320Pixels() throws Exception {
        byte[] wide = Pictures.png(0x102030, 1000, 500);
        work.perform(worker.upload("small.png", PICTURE));
        work.perform(worker.upload("wide.png", wide));

        assertThat(thumbnail(PICTURE).getWidth()).isEqualTo(8);
        BufferedImage thumbnail = thumbnail(wide);
        assertThat(thumbnail.getWidth()).isEqualTo(320);
        assertThat(thumbnail.getHeight()).isEqualTo(160);
        assertThat(thumbnail.getRGB(100, 100) & 0xFF).isCloseTo(0x30, Offset.offset(3));
    }

    @Test
    void perform_thumbnailsRefused_storesNoRecordThatWouldLackOne() {
        worker.thumbnails.becomeUnavailable();

        assertThatThrownBy(() -> work.perform(worker.upload("a.png", PICTURE))).isInstanceOf(SightlineException.class);

        assertThat(worker.features.keys()).isEmpty();
    }

    private BufferedImage thumbnail(byte[] picture) throws IOException {
        byte[] jpeg = worker.thumbnails.find(ImageSignature.of(picture)).orElseThrow();
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    @Test
    void perform_withKnownSignature_runsNoModel() {
        work.perform(worker.upload("a.png", PICTURE));
        AnalysisRequested copy = worker.upload("b.png", PICTURE);

        assertThat(work.perform(copy)).isEqualTo(ImageOutcome.REUSED);

        assertThat(worker.models.runs()).isEqualTo(1);
        assertThat(worker.indexQueue.sent())
                .extracting(event -> event.source().key())
                .containsExactly("a.png", "b.png");
    }

    static Stream<Arguments> limits() {
        ImageLimits limits = ImageLimits.DEFAULT;
        return Stream.of(
                Arguments.of(ErrorCode.TOO_MANY_PIXELS, limits.withMaxPixels(1)),
                Arguments.of(ErrorCode.TOO_SLOW, limits.withMaxTime(Duration.ofNanos(1))));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void perform_pastALimitOfTheDecoder_isRejectedForThat(ErrorCode reason, ImageLimits limits) {
        worker.limits = limits;

        assertThat(worker.work().perform(worker.upload("a.png", PICTURE))).isEqualTo(ImageOutcome.REJECTED);

        assertThat(worker.indexQueue.sent())
                .singleElement()
                .isInstanceOfSatisfying(
                        ImageRejected.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void perform_withTwoBrokenFilesAmong64_rejectsTheseAtOnce() {
        byte[] jpeg = RgbPixels.of(
                        64, 64, IntStream.range(0, 4096).map(i -> i * 7919).toArray())
                .encodeJpeg(64);
        byte[] heic = Arrays.copyOf("\0\0\0\30ftypheic".getBytes(StandardCharsets.US_ASCII), 2048);
        List<ImageOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            outcomes.add(work.perform(worker.upload(i + ".png", Pictures.png(i))));
        }

        assertThat(work.perform(worker.upload("cut.jpg", Arrays.copyOf(jpeg, jpeg.length * 6 / 10))))
                .isEqualTo(ImageOutcome.REJECTED);
        assertThat(work.perform(worker.upload("a.heic", heic))).isEqualTo(ImageOutcome.REJECTED);

        assertThat(outcomes).hasSize(64).containsOnly(ImageOutcome.ANALYZED);
        assertThat(worker.indexQueue.sent())
                .filteredOn(ImageRejected.class::isInstance)
                .extracting(event -> ((ImageRejected) event).reason())
                .containsExactly(ErrorCode.BROKEN_IMAGE, ErrorCode.UNSUPPORTED_FORMAT);
    }

    @Test
    void perform_withObjectThatIsGone_tellsThatItIsRemovedAsOfThatVersion() {
        AnalysisRequested request = worker.upload("a.png", PICTURE);
        worker.images.remove("a.png");

        assertThat(work.perform(request)).isEqualTo(ImageOutcome.OVERTAKEN);

        assertThat(worker.indexQueue.sent()).containsExactly(new ImageRemoved(request.source(), Fixtures.NOW));
    }

    @Test
    void perform_withReplacedObject_tellsNothing() {
        AnalysisRequested request = worker.upload("a.png", PICTURE);
        worker.upload("a.png", Pictures.png(0x405060));

        assertThat(work.perform(request)).isEqualTo(ImageOutcome.OVERTAKEN);

        assertThat(worker.models.runs()).isZero();
        assertThat(worker.indexQueue.sent()).isEmpty();
    }

    @Test
    void perform_withObjectRemovedDuringTheModelRun_tellsThatItIsRemoved() {
        AnalysisRequested request = worker.upload("a.png", PICTURE);
        worker.models.before(() -> worker.images.remove("a.png"));

        assertThat(work.perform(request)).isEqualTo(ImageOutcome.OVERTAKEN);

        assertThat(worker.models.runs()).isEqualTo(1);
        assertThat(worker.indexQueue.sent()).containsExactly(new ImageRemoved(request.source(), Fixtures.NOW));
    }

    @Test
    void perform_withObjectReplacedDuringTheModelRun_tellsNothing() {
        AnalysisRequested request = worker.upload("a.png", PICTURE);
        worker.models.before(() -> worker.upload("a.png", Pictures.png(0x405060)));

        assertThat(work.perform(request)).isEqualTo(ImageOutcome.OVERTAKEN);

        assertThat(worker.indexQueue.sent()).isEmpty();
    }

    @Test
    void perform_withText_rejectsWithTheReason() {
        AnalysisRequested request = worker.upload("a.jpg", "no image".getBytes(StandardCharsets.UTF_8));

        assertThat(work.perform(request)).isEqualTo(ImageOutcome.REJECTED);

        assertThat(worker.indexQueue.sent()).singleElement().isInstanceOfSatisfying(ImageRejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
            assertThat(rejected.source()).isEqualTo(request.source());
            assertThat(rejected.detail()).isNotBlank();
        });
    }

    @Test
    void perform_withTooManyBytes_rejects() {
        AnalysisRequested request = worker.upload("a.png", new byte[WorkerFixture.MAX_BYTES + 1]);

        assertThat(work.perform(request)).isEqualTo(ImageOutcome.REJECTED);

        assertThat(worker.indexQueue.sent())
                .singleElement()
                .extracting(event -> ((ImageRejected) event).reason())
                .isEqualTo(ErrorCode.TOO_MANY_BYTES);
    }

    @Test
    void perform_withImageInWhichTheModelSeesNothing_rejects() {
        AnalysisRequested request = worker.upload("a.png", PICTURE);
        worker.models.seeNothing();

        assertThat(work.perform(request)).isEqualTo(ImageOutcome.REJECTED);

        assertThat(worker.indexQueue.sent())
                .singleElement()
                .extracting(event -> ((ImageRejected) event).reason())
                .isEqualTo(ErrorCode.NO_FEATURES);
    }

    @Test
    void perform_withUnavailableStore_isWorthAnotherTry() {
        AnalysisRequested request = worker.upload("a.png", PICTURE);
        worker.features.becomeUnavailable();

        assertThatThrownBy(() -> work.perform(request))
                .isInstanceOfSatisfying(
                        SightlineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
        assertThat(worker.indexQueue.sent()).isEmpty();
    }

    @Test
    void perform_withRefusedMessage_isWorthAnotherTryThatRunsNoModel() {
        AnalysisRequested request = worker.upload("a.png", PICTURE);
        worker.indexQueue.refuse(0);
        assertThatThrownBy(() -> work.perform(request)).isInstanceOf(SightlineException.class);
        worker.indexQueue.refuse();

        assertThat(work.perform(request)).isEqualTo(ImageOutcome.REUSED);

        assertThat(worker.models.runs()).isEqualTo(1);
        assertThat(worker.indexQueue.sent()).hasSize(1);
    }
}
