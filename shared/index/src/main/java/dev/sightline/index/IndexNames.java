package dev.sightline.index;

import dev.sightline.visual.ModelSetId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of all indexes and aliases: {@code <prefix>-images-<model set>.<number>} and {@code <prefix>-objects-<model set>.<number>}
 * of each generation, {@code <prefix>-sources} and {@code <prefix>-pins}; {@code <prefix>-engagement.<run>}, of which the alias {@code <prefix>-engagement} names the
 * one that is read. The aliases {@code <prefix>-images} and {@code <prefix>-objects} name the generation
 * that queries are answered from; the same with {@code -<model set>}, one generation of each model set.
 *
 * <p>Each index has its name with {@code .writes} as a further alias: what is written to that, never makes an index that was dropped
 * come back.
 *
 * @throws IllegalArgumentException if the prefix is not 1 to 60 lower-case letters, digits and dashes, the first a letter
 */
public record IndexNames(String prefix) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern GENERATION = Pattern.compile("-([a-z0-9][a-z0-9.-]*)\\.([1-9][0-9]{0,8})");
    private static final String WRITES = ".writes";

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

    String engagementAlias() {
        return prefix + "-engagement";
    }

    /** The index of the counts that one run rolled up. */
    String engagement(String run) {
        return "%s.%s".formatted(engagementAlias(), run);
    }

    String pins() {
        return prefix + "-pins";
    }

    String imagesAlias() {
        return prefix + "-images";
    }

    String objectsAlias() {
        return prefix + "-objects";
    }

    String imagesAlias(ModelSetId modelSet) {
        return imagesAlias() + "-" + modelSet;
    }

    String objectsAlias(ModelSetId modelSet) {
        return objectsAlias() + "-" + modelSet;
    }

    String images(IndexGeneration generation) {
        return imagesAlias() + "-" + generation;
    }

    String objects(IndexGeneration generation) {
        return objectsAlias() + "-" + generation;
    }

    /** The alias of an index that is written to. */
    static String writes(String index) {
        return index + WRITES;
    }

    /** A pattern that fits the image and object indexes of every generation, and nothing else. */
    String allGenerations() {
        return "%s-*.*,%s-*.*".formatted(imagesAlias(), objectsAlias());
    }

    /** The generation of an image index, if the name is one of an image index. */
    Optional<IndexGeneration> generationOfImages(String index) {
        return generation(imagesAlias(), index);
    }

    /** The generation of an object index, if the name is one of an object index. */
    Optional<IndexGeneration> generationOfObjects(String index) {
        return generation(objectsAlias(), index);
    }

    private static Optional<IndexGeneration> generation(String alias, String index) {
        if (!index.startsWith(alias)) {
            return Optional.empty();
        }
        Matcher rest = GENERATION.matcher(index.substring(alias.length()));
        return rest.matches()
                ? Optional.of(new IndexGeneration(new ModelSetId(rest.group(1)), Integer.parseInt(rest.group(2))))
                : Optional.empty();
    }
}
