package dev.sightline.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.inference.DetectionLimits;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.NormalizedBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionCacheTest {

    private static final ModelRef DETECTOR = ModelRef.builtIn("net", "1", "a");
    private static final DetectionLimits LIMITS = DetectionLimits.DEFAULT;
    private static final ImageSignature PICTURE = ImageSignature.of(new byte[] {1});
    private static final TimedDetections FOUND = new TimedDetections(
            41.5, List.of(new DetectedObject("dog", 0.1 + 0.2, new NormalizedBox(1 / 3.0, 0, 0.5, 1))));

    @TempDir
    private Path folder;

    private DetectionCache cache;

    @BeforeEach
    void keepOne() {
        cache = new DetectionCache(folder.resolve("new"));
        cache.keep(DETECTOR, LIMITS, PICTURE, FOUND);
    }

    @Test
    void find_whatWasKept_isTheSameToTheLastDigit() {
        assertThat(new DetectionCache(folder.resolve("new")).find(DETECTOR, LIMITS, PICTURE))
                .hasValue(FOUND);
    }

    @Test
    void find_anyOtherKey_isNothing() {
        assertThat(cache.find(ModelRef.builtIn("net", "2", "a"), LIMITS, PICTURE))
                .isEmpty();
        assertThat(cache.find(ModelRef.builtIn("net", "1", "b"), LIMITS, PICTURE))
                .isEmpty();
        assertThat(cache.find(DETECTOR, LIMITS.withMaxProposals(7), PICTURE)).isEmpty();
        assertThat(cache.find(DETECTOR, LIMITS, ImageSignature.of(new byte[] {2})))
                .isEmpty();
    }

    @Test
    void keep_again_replaces() {
        var other = new TimedDetections(1, List.of());
        cache.keep(DETECTOR, LIMITS, PICTURE, other);
        assertThat(cache.find(DETECTOR, LIMITS, PICTURE)).hasValue(other);
    }

    @Test
    void find_brokenFile_namesIt() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            Files.writeString(file, "{");
            assertThatThrownBy(() -> cache.find(DETECTOR, LIMITS, PICTURE))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("expected detections in %s; delete it".formatted(file));
        }
    }
}
