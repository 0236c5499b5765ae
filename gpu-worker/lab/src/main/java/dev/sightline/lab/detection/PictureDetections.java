package dev.sightline.lab.detection;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.inference.DetectionLimits;
import dev.sightline.inference.ObjectDetector;
import dev.sightline.visual.ImageSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Runs detectors over picture files, and remembers what they found. {@code nanos} is a running clock in nanoseconds. */
public record PictureDetections(ImageDecoder decoder, DetectionCache cache, LongSupplier nanos) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** With the clock of this machine. */
    public static PictureDetections of(ImageDecoder decoder, DetectionCache cache) {
        return new PictureDetections(decoder, cache, System::nanoTime);
    }

    /**
     * What the detector finds in each file, in order. The detector is opened for files that are not in the cache only, and runs
     * once untimed before the first of them.
     *
     * @throws UncheckedIOException if a file cannot be read
     * @throws dev.sightline.visual.SightlineException if a file is no image or the model fails
     */
    public List<TimedDetections> detect(DetectorCandidate candidate, DetectionLimits limits, List<Path> files) {
        try (var run = new Run(candidate, limits)) {
            return files.stream().map(run::detect).toList();
        }
    }

    /** One detector under one kind of limits. */
    private final class Run implements AutoCloseable {

        private final DetectorCandidate candidate;
        private final DetectionLimits limits;
        private final List<ObjectDetector> opened = new ArrayList<>();

        Run(DetectorCandidate candidate, DetectionLimits limits) {
            this.candidate = candidate;
            this.limits = limits;
        }

        TimedDetections detect(Path file) {
            byte[] bytes = read(file);
            ImageSignature signature = ImageSignature.of(bytes);
            Optional<TimedDetections> known = cache.find(candidate.ref(), limits, signature);
            return known.orElseGet(() -> {
                TimedDetections found = measure(decoder.decode(bytes));
                cache.keep(candidate.ref(), limits, signature, found);
                return found;
            });
        }

        private TimedDetections measure(NormalizedImage picture) {
            if (opened.isEmpty()) {
                opened.add(candidate.open().apply(limits));
                opened.getFirst().detect(picture);
            }
            long start = nanos.getAsLong();
            var objects = opened.getFirst().detect(picture);
            return new TimedDetections((nanos.getAsLong() - start) / NANOS_PER_MILLI, objects);
        }

        @Override
        public void close() {
            opened.forEach(ObjectDetector::close);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("expected a readable picture, got " + file, e);
        }
    }
}
