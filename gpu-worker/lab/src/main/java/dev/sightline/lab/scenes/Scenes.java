package dev.sightline.lab.scenes;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.lab.corpus.CocoCategories;
import dev.sightline.lab.corpus.CocoDataset;
import dev.sightline.lab.corpus.CocoImage;
import dev.sightline.lab.corpus.CocoObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All scenes of one call; kept beside them as {@value #FILE}. */
public record Scenes(long seed, List<Scene> scenes) {

    /** The name of the file that says what is where. */
    public static final String FILE = "scenes.json";

    private static final double MIN_VISIBLE = 0.25;
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

    /**
     * The scenes as a detector's ground truth: the boxes of what depicts a COCO category. An object of which less than a quarter can
     * be seen, and one whose category is a matter of opinion, is ignored; what shows no such category is not annotated.
     */
    public CocoDataset coco(StampCategories categories) {
        List<CocoImage> images = scenes.stream()
                .map(scene -> new CocoImage(scene.file(), scene.width(), scene.height(), objects(scene, categories)))
                .toList();
        return new CocoDataset(CocoCategories.NAMES, images);
    }

    private static List<CocoObject> objects(Scene scene, StampCategories categories) {
        return scene.objects().stream()
                .flatMap(placed -> categories.depicted(placed, MIN_VISIBLE).stream())
                .toList();
    }

    void write(Path folder) throws IOException {
        // The same bytes on every system.
        var lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        Files.write(folder.resolve(FILE), JSON.writer(lines).writeValueAsBytes(this));
    }
}
