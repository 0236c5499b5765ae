package dev.sightline.inference;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.imaging.NormalizedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The prepared models ({@value EnvironmentNames#MODELS}) and, beside their folder, the prepared pictures. What is not there fails the
 * test that asks for it.
 */
record Corpus(Path models, Path pictures) {

    private static final ImageDecoder DECODER = new ImageDecoder(ImageLimits.DEFAULT);

    static Corpus required() {
        String models = System.getenv(EnvironmentNames.MODELS);
        if (models == null) {
            throw new IllegalStateException(
                    "expected %s to name the folder of the model bundles".formatted(EnvironmentNames.MODELS));
        }
        return of(Path.of(models));
    }

    static Corpus of(Path models) {
        return new Corpus(
                models, models.toAbsolutePath().resolveSibling("corpus").resolve("tuxpaint"));
    }

    /** One picture, for example {@code fruit/orange.png}. */
    NormalizedImage picture(String name) {
        return DECODER.decode(bytes(pictures.resolve(name)));
    }

    /** The files of the first pictures, in the order of their names. */
    List<byte[]> files(int limit) {
        try (Stream<Path> files = Files.walk(pictures)) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .limit(limit)
                    .map(Corpus::bytes)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
