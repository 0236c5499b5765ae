package dev.sightline.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.inference.DetectionLimits;
import dev.sightline.lab.corpus.CorpusFolder;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.NormalizedBox;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureDetectionsTest {

    private static final DetectedObject DOG = new DetectedObject("dog", 0.9, NormalizedBox.FULL);

    @TempDir
    private Path folder;

    private final FakeDetector fake = new FakeDetector(Map.of(8, List.of(DOG)));
    private final DetectorCandidate candidate = fake.candidate("net", Set.of("dog"));
    private final AtomicLong nanos = new AtomicLong();
    private PictureDetections detections;
    private Path withDog;
    private Path without;

    @BeforeEach
    void writePictures() throws IOException {
        var corpus = new CorpusFolder(folder);
        withDog = corpus.write("1.png", new BufferedImage(8, 5, BufferedImage.TYPE_INT_RGB));
        without = corpus.write("2.png", new BufferedImage(9, 5, BufferedImage.TYPE_INT_RGB));
        detections = new PictureDetections(
                new ImageDecoder(ImageLimits.DEFAULT),
                new DetectionCache(folder.resolve("cache")),
                () -> nanos.addAndGet(2_500_000));
    }

    @Test
    void detect_eachFile_isTimedInOrderAfterOneUntimedRun() {
        assertThat(detect(without, withDog))
                .containsExactly(new TimedDetections(2.5, List.of()), new TimedDetections(2.5, List.of(DOG)));
        assertThat(fake.happened()).containsExactly("open", "detect", "detect", "detect", "close");
    }

    @Test
    void detect_again_runsNoModel() {
        var first = detect(without, withDog);
        int before = fake.happened().size();
        assertThat(detect(without, withDog)).isEqualTo(first);
        assertThat(fake.happened()).hasSize(before);
    }

    @Test
    void detect_ofMissingFile_namesItAndClosesTheDetector() {
        Path missing = folder.resolve("none.png");
        assertThatThrownBy(() -> detect(withDog, missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("expected a readable picture, got " + missing);
        assertThat(fake.happened()).endsWith("close");
    }

    private List<TimedDetections> detect(Path... files) {
        return detections.detect(candidate, DetectionLimits.DEFAULT, List.of(files));
    }
}
