package dev.sightline.lab.scenes;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All scenes of one call; kept beside them as {@value #FILE}. */
public record Scenes(long seed, List<Scene> scenes) {

    /** The name of the file that says what is where. */
    public static final String FILE = "scenes.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    public Scenes {
        scenes = List.copyOf(scenes);
    }

    /**
     * Reads {@value #FILE} of a folder.
     *
     * @throws UncheckedIOException if it is missing or has another form
     */
    public static Scenes read(Path folder) {
        try {
            return JSON.readValue(Files.readAllBytes(folder.resolve(FILE)), Scenes.class);
        } catch (IOException e) {
            throw new UncheckedIOException("expected %s in %s".formatted(FILE, folder), e);
        }
    }

    void write(Path folder) throws IOException {
        // The same bytes on every system.
        var lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        Files.write(folder.resolve(FILE), JSON.writer(lines).writeValueAsBytes(this));
    }
}
