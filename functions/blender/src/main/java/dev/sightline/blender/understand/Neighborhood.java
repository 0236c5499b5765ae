package dev.sightline.blender.understand;

import dev.sightline.blender.understand.Annotation.DuplicateText;
import dev.sightline.blender.understand.LabelPropagation.LabeledNeighbor;
import dev.sightline.index.ImageText;
import dev.sightline.index.Neighbor;
import dev.sightline.index.ObjectNeighbor;
import dev.sightline.visual.ImageSignature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a focus by what lies near it in the index. {@code duplicate}: the nearest image that counts as the same, by Hamming
 * fraction; null if there is none.
 */
record Neighborhood(List<NamedEvidence> evidence, @Nullable NearDuplicate duplicate) {

    /** Nothing lies near. */
    static final Neighborhood EMPTY = new Neighborhood(List.of(), null);

    Neighborhood {
        evidence = List.copyOf(evidence);
    }

    /**
     * Labels of all neighbours, and what is written at those within {@code nearDuplicate}: as sure as the image is the same, {@code 1 -
     * hammingFraction}. Of an image on boards each annotation is a name, less sure by its own confidence; else each title and each board.
     */
    static Neighborhood ofImages(List<Neighbor> neighbors, double nearDuplicate) {
        List<NearDuplicate> duplicates = neighbors.stream()
                .filter(neighbor -> neighbor.hammingFraction() <= nearDuplicate)
                .map(neighbor -> new NearDuplicate(neighbor.image(), neighbor.hammingFraction()))
                .toList();
        List<NamedEvidence> evidence = new ArrayList<>(LabelPropagation.propagate(neighbors.stream()
                .map(neighbor -> new LabeledNeighbor(
                        neighbor.image().signature(),
                        neighbor.hammingFraction(),
                        neighbor.image().labels()))
                .toList()));
        duplicates.stream().flatMap(Neighborhood::written).forEach(evidence::add);
        return new Neighborhood(
                evidence,
                duplicates.stream()
                        .min(Comparator.comparingDouble(NearDuplicate::hammingFraction))
                        .orElse(null));
    }

    /** Labels of the objects. */
    static Neighborhood ofObjects(List<ObjectNeighbor> neighbors) {
        return new Neighborhood(
                LabelPropagation.propagate(neighbors.stream()
                        .map(neighbor -> new LabeledNeighbor(
                                neighbor.object().id().signature(),
                                neighbor.hammingFraction(),
                                neighbor.object().labels()))
                        .toList()),
                null);
    }

    private static Stream<NamedEvidence> written(NearDuplicate duplicate) {
        return duplicate.image().annotations().isEmpty() ? ofTexts(duplicate) : ofAnnotations(duplicate);
    }

    private static Stream<NamedEvidence> ofAnnotations(NearDuplicate duplicate) {
        double sureness = 1 - duplicate.hammingFraction();
        ImageSignature image = duplicate.image().signature();
        return duplicate.image().annotations().stream()
                .map(annotation -> new NamedEvidence(
                        annotation.text(),
                        new DuplicateText(sureness * annotation.confidence(), image, annotation.text())));
    }

    private static Stream<NamedEvidence> ofTexts(NearDuplicate duplicate) {
        return duplicate.image().texts().stream()
                .flatMap(Neighborhood::words)
                .distinct()
                .map(text -> new NamedEvidence(
                        text,
                        new DuplicateText(
                                1 - duplicate.hammingFraction(),
                                duplicate.image().signature(),
                                text)));
    }

    private static Stream<String> words(ImageText text) {
        return Stream.of(text.title(), text.board()).filter(words -> !words.isEmpty());
    }
}
