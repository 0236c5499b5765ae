package dev.sightline.index;

import dev.sightline.visual.ModelSetId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of all indexes and aliases: {@code <prefix>-images-<model set>}, {@code <prefix>-objects-<model set>} and {@code
 * <prefix>-sources}. Queries go through the aliases {@code <prefix>-images} and {@code <prefix>-objects}.
 *
 * @throws IllegalArgumentException if the prefix is not 1 to 60 lower-case letters, digits and dashes, the first a letter
 */
public record IndexNames(String prefix) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    public IndexNames {
        if (!FORM.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "expected a prefix of 1 to 60 lower-case letters, digits and dashes, got '%s'".formatted(prefix));
        }
    }

    /** The names of a deployment. */
    public static IndexNames standard() {
        return new IndexNames("sightline");
    }

    String sources() {
        return prefix + "-sources";
    }

    String imagesAlias() {
        return prefix + "-images";
    }

    String objectsAlias() {
        return prefix + "-objects";
    }

    String images(ModelSetId modelSet) {
        return imagesAlias() + "-" + modelSet;
    }

    String objects(ModelSetId modelSet) {
        return objectsAlias() + "-" + modelSet;
    }

    /** A pattern that fits the image and object indexes of every model set. */
    String allModelSets() {
        return "%s-*,%s-*".formatted(imagesAlias(), objectsAlias());
    }

    /** The model set of an image index, if the name is one of an image index. */
    Optional<ModelSetId> modelSetOfImages(String index) {
        String start = imagesAlias() + "-";
        return index.startsWith(start)
                ? Optional.of(new ModelSetId(index.substring(start.length())))
                : Optional.empty();
    }
}
