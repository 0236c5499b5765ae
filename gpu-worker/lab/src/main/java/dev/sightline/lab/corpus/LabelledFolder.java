package dev.sightline.lab.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A corpus whose labels are folder names, in order of the files' names, which is the same on every machine.
 *
 * <p>A file's label is the name of the folder that it lies in. Left out: files that lie in the root itself, hidden files and
 * folders, and what is no regular file. Whether a file is an image is seen when it is decoded.
 */
public record LabelledFolder(Path root, List<LabelledImage> images) {

    public LabelledFolder {
        images = List.copyOf(images);
    }

    /**
     * Reads the folder.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static LabelledFolder read(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            List<LabelledImage> images = files.filter(Files::isRegularFile)
                    .filter(file -> isLabelled(root.relativize(file)))
                    .map(file -> labelled(root, file))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
            return new LabelledFolder(root, images);
        } catch (IOException e) {
            throw new UncheckedIOException("expected a readable folder, got " + root, e);
        }
    }

    private static boolean isLabelled(Path relative) {
        return relative.getNameCount() > 1 && parts(relative).noneMatch(part -> part.startsWith("."));
    }

    private static LabelledImage labelled(Path root, Path file) {
        Path relative = root.relativize(file);
        String label = relative.getName(relative.getNameCount() - 2).toString();
        return new LabelledImage(file, label, parts(relative).collect(Collectors.joining("/")));
    }

    private static Stream<String> parts(Path path) {
        return StreamSupport.stream(path.spliterator(), false).map(Path::toString);
    }
}
