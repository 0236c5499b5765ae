package dev.sightline.lab.search;

import dev.sightline.inference.BinarizerFile;
import dev.sightline.lab.calibration.Calibration;
import dev.sightline.lab.corpus.CorpusSplit.Part;
import dev.sightline.lab.corpus.LabelledFolder;
import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.corpus.SignedFolder;
import dev.sightline.lab.features.CorpusFeatures;
import dev.sightline.lab.features.EmbedderFeatures;
import dev.sightline.lab.features.FeatureCache;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.ModelSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tasks that a corpus gives. The binarizer is fitted to the calibration part; a quarter of the clusters of the evaluation part are
 * queries, all other clusters of the evaluation and tuning parts are indexed: no cluster is on both sides.
 */
public record SearchCorpus(CorpusFeatures corpus, EmbedderFeatures embedder, Calibration calibration, long seed) {

    private static final int QUERY_SHARE = 4;
    private static final int QUERY_VIEWS = 4;

    private static final ModelRef NO_DETECTOR = ModelRef.builtIn("no-detector", "1", "whole images only");

    /** The pictures themselves. */
    public SearchTask pictures() {
        FeatureTable table = embedder.embedding();
        Binarizer binarizer = binarizer();
        return new SearchTask(
                name(),
                modelSet(binarizer),
                Embedded.of(table.select(indexed()), binarizer),
                Embedded.of(table.select(queries()), binarizer),
                seed);
    }

    /**
     * Views of the pictures, written below {@code folder} and embedded through {@code cache}: a larger index of real vectors, since a
     * shortlist is a large part of a small one; {@value #QUERY_VIEWS} views of each query.
     */
    public SearchTask views(CorpusViews views, Path folder, FeatureCache cache) {
        Binarizer binarizer = binarizer();
        Path own = folder.resolve("%s-%d".formatted(corpus.folder().sha256(), views.seed()));
        CorpusViews fewer = new CorpusViews(QUERY_VIEWS, views.seed());
        return new SearchTask(
                "%s, %d views of each picture".formatted(name(), views.views()),
                modelSet(binarizer),
                Embedded.of(table(views.write(images(indexed()), own), cache), binarizer),
                Embedded.of(table(fewer.write(images(queries()), own), cache), binarizer),
                seed);
    }

    private FeatureTable table(LabelledFolder views, FeatureCache cache) {
        return cache.read(embedder.bundle(), SignedFolder.of(views).images()).embedding();
    }

    private Binarizer binarizer() {
        FeatureTable table = embedder.embedding();
        BinarizerFile file = calibration.fit(
                table.layer(),
                List.of(table.select(corpus.split().part(Part.CALIBRATION)).rows()));
        return file.toBinarizer();
    }

    private ModelSet modelSet(Binarizer binarizer) {
        FeatureTable table = embedder.embedding();
        return new ModelSet(NO_DETECTOR, table.embedder(), binarizer.ref(), null, table.dimensions(), binarizer.bits());
    }

    private List<LabelledImage> images(List<Integer> positions) {
        return positions.stream()
                .map(position -> corpus.images().get(position).image())
                .toList();
    }

    private List<Integer> queries() {
        Set<Integer> clusters = queryClusters();
        return corpus.split().part(Part.EVALUATION).stream()
                .filter(image -> clusters.contains(corpus.clusters().of(image)))
                .toList();
    }

    private List<Integer> indexed() {
        Set<Integer> clusters = queryClusters();
        List<Integer> indexed = new ArrayList<>(corpus.split().part(Part.EVALUATION));
        indexed.addAll(corpus.split().part(Part.TUNING));
        indexed.removeIf(image -> clusters.contains(corpus.clusters().of(image)));
        Collections.sort(indexed);
        return indexed;
    }

    private Set<Integer> queryClusters() {
        List<Integer> clusters = new ArrayList<>(
                corpus.clustersOf(Part.EVALUATION).stream().distinct().sorted().toList());
        Collections.shuffle(clusters, new Random(seed));
        int count = Math.ceilDiv(clusters.size(), QUERY_SHARE);
        return clusters.stream().limit(count).collect(Collectors.toSet());
    }

    private String name() {
        return String.valueOf(corpus.folder().root().getFileName());
    }
}
