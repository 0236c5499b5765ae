package dev.sightline.bench.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Pictures below a folder, in the order of their names. */
public record PictureFiles(List<Path> paths) {

    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "webp");

    /** At most {@code limit} of them, evenly over the folder. */
    public static PictureFiles of(Path folder, int limit) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(PictureFiles::isPicture)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            int count = Math.min(limit, all.size());
            return new PictureFiles(Stream.iterate(0, i -> i + 1)
                    .limit(count)
                    .map(i -> all.get((int) ((long) i * all.size() / count)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + folder, e);
        }
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** The bytes of all, in order. */
    public List<byte[]> read() {
        return paths.stream().map(PictureFiles::bytes).toList();
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
