package dev.sightline.lab.detection;

import dev.sightline.lab.corpus.CocoDataset;
import dev.sightline.lab.corpus.CocoImage;
import dev.sightline.lab.corpus.CocoObject;
import dev.sightline.lab.scenes.Scene;
import dev.sightline.lab.scenes.Scenes;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Composed scenes as pictures with known objects, each of which knows the cut-out that it is; {@code folder} holds their files.
 *
 * <p>An object of which less than a quarter can be seen is ignored, as it is in the scenes' annotations.
 */
public record ComposedPictures(String name, Path folder, Scenes scenes) {

    private static final double MIN_VISIBLE = 0.25;

    /** Every object under the label of its cut-out, that is the name of its folder. */
    public BoxedDataSet byLabel() {
        Set<String> labels = new HashSet<>();
        scenes.scenes().forEach(scene -> scene.objects().forEach(placed -> labels.add(placed.label())));
        return dataSet(labels, (scene, placed) -> Stream.of(labelled(placed)));
    }

    /**
     * Every object under the categories that it is annotated with, which are found by its box. One that is not annotated keeps its
     * label: it is there, but no detector has a name for it.
     */
    public BoxedDataSet annotated(CocoDataset annotations) {
        Map<String, List<CocoObject>> objects =
                annotations.images().stream().collect(Collectors.toMap(CocoImage::file, CocoImage::objects));
        return dataSet(
                Set.copyOf(annotations.categories()),
                (scene, placed) -> annotated(placed, objects.getOrDefault(scene.file(), List.of())));
    }

    private interface Naming {
        Stream<TrueObject> objects(Scene scene, Scene.Placed placed);
    }

    private BoxedDataSet dataSet(Set<String> categories, Naming naming) {
        List<BoxedPicture> pictures = scenes.scenes().stream()
                .map(scene -> new BoxedPicture(
                        folder.resolve(scene.file()),
                        scene.objects().stream()
                                .flatMap(placed -> naming.objects(scene, placed))
                                .toList()))
                .toList();
        return new BoxedDataSet(name, categories, pictures);
    }

    private static Stream<TrueObject> annotated(Scene.Placed placed, List<CocoObject> objects) {
        List<TrueObject> annotated = objects.stream()
                .filter(object -> object.box().equals(placed.box()))
                .map(object -> new TrueObject(
                        object.category(), object.box(), object.role() != CocoObject.Role.OBJECT, placed.file()))
                .toList();
        return annotated.isEmpty() ? Stream.of(labelled(placed)) : annotated.stream();
    }

    private static TrueObject labelled(Scene.Placed placed) {
        boolean hidden = placed.visible() < MIN_VISIBLE;
        return new TrueObject(placed.label(), placed.box(), hidden, placed.file());
    }
}
