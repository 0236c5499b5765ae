package dev.sightline.local.operate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.visual.ImageSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where a back-fill keeps its place from one run to the next: one file for each bucket and prefix. */
public final class BackfillFile {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int NAME_DIGITS = 16;

    private final Path file;
    private final String bucket;
    private final String prefix;

    /** @param state the launcher's state folder */
    public BackfillFile(Path state, String bucket, String prefix) {
        String name = ImageSignature.of((bucket + "/" + prefix).getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, NAME_DIGITS);
        this.file = state.resolve("backfill").resolve(name + ".json");
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** What the file holds; bucket and prefix are for people. */
    private record Content(String bucket, String prefix, BackfillProgress progress) {}

    /**
     * The place that a run before this came to, if there is one.
     *
     * @throws LauncherException if the file cannot be read
     */
    public Optional<BackfillProgress> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(file.toFile(), Content.class).progress());
        } catch (IOException e) {
            throw new LauncherException("cannot read %s; --restart begins anew".formatted(file), e);
        }
    }

    /**
     * Replaces the file as a whole: whoever reads it sees the former place or this one.
     *
     * @throws LauncherException if it cannot be written
     */
    public void write(BackfillProgress progress) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            MAPPER.writeValue(next.toFile(), new Content(bucket, prefix, progress));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LauncherException("cannot write " + file, e);
        }
    }
}
