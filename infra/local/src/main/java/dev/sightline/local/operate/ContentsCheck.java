package dev.sightline.local.operate;

import dev.sightline.events.FeatureRecord;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.SearchView;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.visual.ImageSignature;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares what a generation holds with what it is expected to. While images come and go both differ for a moment: so an image that
 * differs is reconciled and then judged by itself, by its live sources and its feature record.
 */
final class ContentsCheck {

    private static final int ROUNDS = 3;

    /** No number of objects: such an image is judged by itself. */
    private static final int NOT_KNOWN = -1;

    private final RebuildParts parts;
    private final IndexReconciler reconciler;

    ContentsCheck(RebuildParts parts, IndexReconciler reconciler) {
        this.parts = parts;
        this.reconciler = reconciler;
    }

    /** What is wrong with a generation that is to hold what another one and the live sources say, by image. */
    Map<ImageSignature, String> differences(IndexGeneration generation, IndexGeneration other) {
        Map<ImageSignature, Integer> expected =
                GenerationContents.of(parts.probes().apply(other));
        LiveImages.of(parts.registry()).forEach(signature -> expected.putIfAbsent(signature, NOT_KNOWN));
        return differences(generation, expected);
    }

    /** What is wrong with a generation, by image. */
    Map<ImageSignature, String> differences(IndexGeneration generation, Map<ImageSignature, Integer> expected) {
        Map<ImageSignature, Integer> held = GenerationContents.of(parts.probes().apply(generation));
        Set<ImageSignature> suspects = new HashSet<>(held.keySet());
        suspects.addAll(expected.keySet());
        suspects.removeIf(signature -> Objects.equals(held.get(signature), expected.get(signature)));
        Map<ImageSignature, String> wrong = new TreeMap<>();
        for (int round = 0; round < ROUNDS && !suspects.isEmpty(); round++) {
            wrong.clear();
            reconciler
                    .reconcile(suspects)
                    .forEach((signature, reason) -> wrong.put(signature, Objects.toString(reason.getMessage())));
            parts.probes().apply(generation).refresh();
            suspects.forEach(signature -> judge(signature, generation, wrong));
            suspects.retainAll(wrong.keySet());
        }
        return wrong;
    }

    private void judge(ImageSignature signature, IndexGeneration generation, Map<ImageSignature, String> wrong) {
        OptionalInt right = objectsByRecord(signature, generation);
        OptionalInt held = objectsHeld(signature, generation);
        if (!right.equals(held)) {
            wrong.putIfAbsent(signature, "expected %s, found %s".formatted(describe(right), describe(held)));
        }
    }

    private OptionalInt objectsByRecord(ImageSignature signature, IndexGeneration generation) {
        boolean live = parts.registry().liveSources(Set.of(signature)).containsKey(signature);
        return live
                ? parts.features()
                        .find(generation.modelSet(), signature)
                        .map(FeatureRecord::analysis)
                        .map(analysis -> OptionalInt.of(analysis.objects().size()))
                        .orElseGet(OptionalInt::empty)
                : OptionalInt.empty();
    }

    private OptionalInt objectsHeld(ImageSignature signature, IndexGeneration generation) {
        SearchView view = parts.searcher().open(generation);
        return view.image(signature).isPresent()
                ? OptionalInt.of(view.objects(signature).size())
                : OptionalInt.empty();
    }

    private static String describe(OptionalInt objects) {
        return objects.isPresent() ? "an image with %d objects".formatted(objects.getAsInt()) : "no image";
    }
}
