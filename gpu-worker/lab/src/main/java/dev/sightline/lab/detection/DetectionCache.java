package dev.sightline.lab.detection;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.inference.DetectionLimits;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What was detected before: one file per detector, limits and picture, so that a second evaluation runs no model.
 *
 * <p>The time that the detector took is kept too; it is that of the machine and the day of the first run. Safe for several processes:
 * a file appears whole or not at all.
 */
public final class DetectionCache {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DIGEST_DIGITS = 12;

    private final Path folder;

    /** Keeps everything below this folder, which is made when it is needed. */
    public DetectionCache(Path folder) {
        this.folder = folder;
    }

    /** What this detector found in this picture under these limits, if it was asked before. */
    Optional<TimedDetections> find(ModelRef detector, DetectionLimits limits, ImageSignature picture) {
        Path file = file(detector, limits, picture);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), TimedDetections.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("expected detections in %s; delete it".formatted(file), e);
        }
    }

    /** Keeps what was found. */
    void keep(ModelRef detector, DetectionLimits limits, ImageSignature picture, TimedDetections found) {
        Path file = file(detector, limits, picture);
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), picture.hex(), ".part");
            Files.write(part, JSON.writeValueAsBytes(found));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("expected a writable folder, got " + file.getParent(), e);
        }
    }

    private Path file(ModelRef detector, DetectionLimits limits, ImageSignature picture) {
        String model = detector.id() + "-" + digest(detector.toString());
        return folder.resolve(model).resolve(digest(limits.toString())).resolve(picture.hex() + ".json");
    }

    private static String digest(String text) {
        return ImageSignature.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGEST_DIGITS);
    }
}
