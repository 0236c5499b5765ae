package dev.sightline.lab.corpus;

import dev.sightline.visual.ImageSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The files of a labelled folder with their signatures, in order of their names. */
public record SignedFolder(Path root, List<SignedImage> images) {

    public SignedFolder {
        images = List.copyOf(images);
    }

    /**
     * Reads all files once.
     *
     * @throws UncheckedIOException if one cannot be read
     */
    public static SignedFolder of(LabelledFolder folder) {
        return new SignedFolder(
                folder.root(),
                folder.images().stream().map(SignedFolder::signed).toList());
    }

    /** The SHA-256 of all names and signatures, in hex: the same for the same files under the same names. */
    public String sha256() {
        String lines = images.stream()
                .map(signed -> signed.signature() + " " + signed.image().name() + "\n")
                .collect(Collectors.joining());
        return ImageSignature.of(lines.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static SignedImage signed(LabelledImage image) {
        try {
            return new SignedImage(image, ImageSignature.of(Files.readAllBytes(image.path())));
        } catch (IOException e) {
            throw new UncheckedIOException("expected a readable file, got " + image.path(), e);
        }
    }
}
