package dev.sightline.local.demo;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.lab.corpus.LabelledFolder;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.local.upload.LabelledFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the demonstration uploads, by S3 key: a labelled corpus, scenes composed of it, and two files that are no usable image.
 *
 * <p>What is not in the corpus is made in a folder of the state.
 */
final class DemoMaterial {

    static final String CORPUS_PREFIX = "corpus";
    private static final String DEMO_PREFIX = "demo";
    private static final int PHOTO_SIDE = 480;

    private final Path folder;
    private final Map<String, LabelledFile> corpus;
    private final Map<String, DemoScene> scenes;

    private DemoMaterial(Path folder, Map<String, LabelledFile> corpus, Map<String, DemoScene> scenes) {
        this.folder = folder;
        this.corpus = Map.copyOf(corpus);
        this.scenes = Map.copyOf(scenes);
    }

    /** Makes the material from a folder with one sub-folder for each label. */
    static DemoMaterial make(Path images, Path folder) {
        Map<String, LabelledFile> corpus = LabelledFile.byKey(labelled(images), CORPUS_PREFIX);
        Map<String, DemoScene> scenes = DemoScenes.compose(images, folder.resolve("scenes")).stream()
                .collect(Collectors.toMap(DemoMaterial::key, scene -> scene));
        return new DemoMaterial(folder, corpus, scenes);
    }

    private static List<LabelledFile> labelled(Path images) {
        List<LabelledFile> labelled = LabelledFolder.read(images).images().stream()
                .map(image -> new LabelledFile(image.path(), image.label()))
                .toList();
        if (labelled.isEmpty()) {
            throw new LauncherException("expected folders of images in %s, one for each label".formatted(images));
        }
        return labelled;
    }

    private static String key(DemoScene scene) {
        return LabelledFile.of(scene.path()).key(DEMO_PREFIX);
    }

    /** Everything that is to be uploaded. */
    Map<String, LabelledFile> files() {
        Map<String, LabelledFile> files = new HashMap<>(corpus);
        scenes.forEach((key, scene) -> files.put(key, LabelledFile.of(scene.path())));
        files.putAll(LabelledFile.byKey(List.of(text(), brokenPhoto()), DEMO_PREFIX));
        return files;
    }

    /** The scenes by key. */
    Map<String, DemoScene> scenes() {
        return scenes;
    }

    /** What each uploaded image shows: its label, or those of a scene's parts. */
    Map<String, Set<String>> labels() {
        Map<String, Set<String>> labels = new HashMap<>();
        corpus.forEach((key, file) -> labels.put(key, Set.of(file.label())));
        scenes.forEach((key, scene) -> labels.put(
                key,
                scene.placed().stream()
                        .map(placed -> LabelledFile.labelOf(placed.key()))
                        .collect(Collectors.toUnmodifiableSet())));
        return labels;
    }

    /** The file of a corpus image or scene. */
    Path path(String key) {
        LabelledFile file = corpus.get(key);
        return file == null ? scene(key).path() : file.path();
    }

    /** A scene by its key. */
    DemoScene scene(String key) {
        DemoScene scene = scenes.get(key);
        if (scene == null) {
            throw new LauncherException("the demonstration has no image " + key);
        }
        return scene;
    }

    /** Another file of what an image shows: other size, other format, without transparency. Not uploaded. */
    Path photoOf(String key) {
        return write("photo.jpg", jpegOf(key)).path();
    }

    private byte[] jpegOf(String key) {
        byte[] file = read(path(key));
        return new ImageDecoder(ImageLimits.DEFAULT).decode(file).pixels().encodeJpeg(PHOTO_SIDE);
    }

    private LabelledFile text() {
        return write(
                "unusable/notes.txt",
                "No image, uploaded to show what becomes of it.\n".getBytes(StandardCharsets.UTF_8));
    }

    private LabelledFile brokenPhoto() {
        byte[] whole = jpegOf(corpus.keySet().stream().min(String::compareTo).orElseThrow());
        return write("unusable/broken.jpg", Arrays.copyOf(whole, whole.length / 2));
    }

    private LabelledFile write(String name, byte[] content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return LabelledFile.of(Files.write(file, content));
        } catch (IOException e) {
            throw new LauncherException("cannot write " + file, e);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new LauncherException("cannot read " + file, e);
        }
    }
}
