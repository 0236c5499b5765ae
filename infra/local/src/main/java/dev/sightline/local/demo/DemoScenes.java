package dev.sightline.local.demo;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.lab.scenes.ComposerSettings;
import dev.sightline.lab.scenes.Scene;
import dev.sightline.lab.scenes.SceneComposer;
import dev.sightline.local.demo.DemoScene.Placed;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.local.upload.LabelledFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The demonstration's scenes: the same ones for the same corpus. */
final class DemoScenes {

    private static final int SCENES = 40;
    private static final long SEED = 7;

    private DemoScenes() {}

    /** Composes scenes from a folder with one sub-folder for each label, and writes them into {@code target}. */
    static List<DemoScene> compose(Path corpus, Path target) {
        SceneComposer composer = new SceneComposer(new ImageDecoder(ImageLimits.DEFAULT));
        try {
            return composer.compose(new ComposerSettings(corpus, target, SCENES, SEED)).scenes().stream()
                    .map(scene -> scene(scene, corpus, target))
                    .toList();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new LauncherException("cannot compose scenes: " + e.getMessage(), e);
        }
    }

    private static DemoScene scene(Scene scene, Path corpus, Path target) {
        return new DemoScene(
                target.resolve(scene.file()),
                scene.objects().stream()
                        .map(object -> new Placed(
                                LabelledFile.of(corpus.resolve(object.file())).key(DemoMaterial.CORPUS_PREFIX),
                                object.box()))
                        .toList());
    }
}
