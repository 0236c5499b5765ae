package dev.sightline.local.upload;

import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A file to upload; its label is the name of the folder that it lies in. */
public record LabelledFile(Path path, String label) {

    public static LabelledFile of(Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent(), () -> file + " is no file");
        return new LabelledFile(file, Objects.toString(folder.getFileName(), "root"));
    }

    /** The files themselves and all files below the folders, hidden ones left out, in order of their paths. */
    public static List<LabelledFile> in(List<Path> paths) {
        List<LabelledFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new LauncherException("there is no file or folder " + path);
            }
            files.addAll(below(path));
        }
        return List.copyOf(files);
    }

    private static List<LabelledFile> below(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.equals(path) || !isHidden(path.relativize(file)))
                    .sorted()
                    .map(LabelledFile::of)
                    .toList();
        } catch (IOException e) {
            throw new LauncherException("cannot read %s: %s".formatted(path, e), e);
        }
    }

    private static boolean isHidden(Path relative) {
        return Stream.of(relative.toString().split("/", -1)).anyMatch(name -> name.startsWith("."));
    }

    /** The S3 key: {@code prefix/label/name}. */
    public String key(String prefix) {
        return Stream.of(prefix, label, String.valueOf(path.getFileName()))
                .filter(part -> !part.isEmpty())
                .reduce((left, right) -> left + "/" + right)
                .orElseThrow();
    }

    /** Each file by its key. */
    public static Map<String, LabelledFile> byKey(List<LabelledFile> files, String prefix) {
        Map<String, LabelledFile> byKey = new HashMap<>();
        for (LabelledFile file : files) {
            LabelledFile other = byKey.putIfAbsent(file.key(prefix), file);
            if (other != null) {
                throw new LauncherException("%s and %s would have the same key %s; upload them with different --prefix"
                        .formatted(other.path(), file.path(), file.key(prefix)));
            }
        }
        return byKey;
    }

    /** The label of an S3 key: its last but one part; empty if it has only one. */
    public static String labelOf(String key) {
        String[] parts = key.split("/", -1);
        return parts.length < 2 ? "" : parts[parts.length - 2];
    }
}
