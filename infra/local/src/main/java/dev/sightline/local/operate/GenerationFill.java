package dev.sightline.local.operate;

import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexProbe;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.local.upload.Pacer;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes a generation hold the live images that have a record of its model set, and no others. New uploads reach it through the indexer
 * meanwhile, as they reach every generation.
 */
final class GenerationFill {

    private static final int ROUNDS = 10;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final FeatureCoverage coverage;
    private final Function<IndexGeneration, IndexProbe> probes;
    private final IndexReconciler reconciler;
    private final Pacer pacer;

    GenerationFill(
            FeatureCoverage coverage,
            Function<IndexGeneration, IndexProbe> probes,
            IndexReconciler reconciler,
            Pacer pacer) {
        this.coverage = coverage;
        this.probes = probes;
        this.reconciler = reconciler;
        this.pacer = pacer;
    }

    /**
     * Writes what is missing, deletes what is too much, and looks again, until nothing is.
     *
     * @return number of images that it holds then
     * @throws LauncherException if it does not come to that; the message names the images
     */
    int fill(IndexGeneration generation) {
        Map<ImageSignature, SightlineException> failures = Map.of();
        Set<ImageSignature> different = Set.of();
        for (int round = 0; round < ROUNDS; round++) {
            Set<ImageSignature> wanted = coverage.of(generation.modelSet()).covered();
            different = difference(
                    wanted, GenerationContents.of(probes.apply(generation)).keySet());
            if (different.isEmpty()) {
                return wanted.size();
            }
            failures = reconcile(different);
            pacer.pause(PAUSE);
        }
        throw new LauncherException("%s still differs from the bucket in %d images after %d rounds: %s %s"
                .formatted(
                        generation,
                        different.size(),
                        ROUNDS,
                        different.stream().limit(3).toList(),
                        failures.values().stream()
                                .limit(3)
                                .map(Throwable::getMessage)
                                .toList()));
    }

    private static Set<ImageSignature> difference(Set<ImageSignature> wanted, Set<ImageSignature> held) {
        Set<ImageSignature> different = new HashSet<>(wanted);
        different.removeAll(held);
        held.stream().filter(image -> !wanted.contains(image)).forEach(different::add);
        return different;
    }

    private Map<ImageSignature, SightlineException> reconcile(Set<ImageSignature> images) {
        Map<ImageSignature, SightlineException> failures = new HashMap<>();
        ImageBulks.of(images).forEach(bulk -> failures.putAll(reconciler.reconcile(bulk)));
        return failures;
    }
}
