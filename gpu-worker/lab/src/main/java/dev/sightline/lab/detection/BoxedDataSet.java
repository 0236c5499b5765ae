package dev.sightline.lab.detection;

import dev.sightline.lab.corpus.CocoDataset;
import dev.sightline.lab.corpus.CocoObject;
import dev.sightline.lab.scenes.Scenes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pictures with known objects.
 *
 * <p>{@code name} says in each figure on which pictures it was measured. {@code categories}: what annotators looked for, in every
 * picture; that a picture holds nothing else is not said.
 */
public record BoxedDataSet(String name, Set<String> categories, List<BoxedPicture> pictures) {

    public BoxedDataSet {
        categories = Set.copyOf(categories);
        pictures = List.copyOf(pictures);
    }

    /**
     * Annotated pictures below a folder; a crowd is ignored, as is an object that its annotator was not sure of. If {@value
     * Scenes#FILE} lies in the folder, the pictures are composed scenes, and each object knows its cut-out: see {@link
     * ComposedPictures#annotated}.
     *
     * @throws java.io.UncheckedIOException if that file is there and cannot be read
     */
    public static BoxedDataSet of(String name, Path folder, CocoDataset annotated) {
        if (Files.exists(folder.resolve(Scenes.FILE))) {
            return new ComposedPictures(name, folder, Scenes.read(folder)).annotated(annotated);
        }
        List<BoxedPicture> pictures = annotated.images().stream()
                .map(image -> new BoxedPicture(
                        folder.resolve(image.file()),
                        image.objects().stream().map(BoxedDataSet::trueObject).toList()))
                .toList();
        return new BoxedDataSet(name, Set.copyOf(annotated.categories()), pictures);
    }

    private static TrueObject trueObject(CocoObject object) {
        return switch (object.role()) {
            case OBJECT -> TrueObject.of(object.category(), object.box());
            case CROWD, IGNORED -> TrueObject.ignored(object.category(), object.box());
        };
    }

    /** The pictures at these positions, under another name. */
    public BoxedDataSet select(String part, List<Integer> positions) {
        return new BoxedDataSet(
                part, categories, positions.stream().map(pictures::get).toList());
    }

    /** The files, in order. */
    public List<Path> files() {
        return pictures.stream().map(BoxedPicture::file).toList();
    }

    /** Those of a detector's labels that annotators looked for: under others a box can be neither right nor wrong. */
    public Set<String> judgeable(Set<String> labels) {
        return labels.stream().filter(categories::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** The name in lower-case letters, digits and dashes. */
    String slug() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
