package dev.sightline.testkit;

import dev.sightline.index.IndexNames;
import dev.sightline.index.OpenSearchAuth;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchIndexProbe;
import dev.sightline.index.OpenSearchSettings;
import dev.sightline.index.OpenSearchVisualSearcher;
import dev.sightline.index.SearchFilter;
import dev.sightline.index.SearchView;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.index.TextSearch;
import dev.sightline.index.VisualSearch;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Milliseconds of each kind of search at the adapter, one client, one request at a time; all kinds in turn for each image of a sample, so
 * that what else the machine does hits all of them.
 *
 * <p>Arguments: URL of an OpenSearch with a served index, images in the sample, rounds. Prints one line for each kind.
 */
final class SearchBenchmark {

    private static final int LIMIT = 10;
    private static final int OVERSAMPLE = 10;
    private static final long SEED = 1;
    private static final double MILLISECOND = 1e6;

    private final SearchView view;
    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    private SearchBenchmark(SearchView view) {
        this.view = view;
    }

    public static void main(String[] arguments) {
        var settings = new OpenSearchSettings(URI.create(arguments[0]), OpenSearchAuth.NONE);
        try (OpenSearchConnection connection = OpenSearchConnection.open(settings)) {
            IndexNames names = IndexNames.standard();
            SearchView view = new OpenSearchVisualSearcher(connection, names).open();
            List<ImageSignature> sample = new OpenSearchIndexProbe(
                            connection, names, view.generation().orElseThrow())
                    .sample(Integer.parseInt(arguments[1]), SEED);
            new SearchBenchmark(view).run(sample, Integer.parseInt(arguments[2]));
        }
    }

    private void run(List<ImageSignature> sample, int rounds) {
        sample.forEach(this::all);
        times.clear();
        for (int round = 0; round < rounds; round++) {
            sample.forEach(this::all);
        }
        System.out.println(view.sizes());
        times.forEach((name, measured) -> {
            List<Double> sorted = measured.stream().sorted().toList();
            System.out.printf(
                    "%-40s p50 %.1f ms, p95 %.1f ms, n %d%n",
                    name, sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100), sorted.size());
        });
    }

    private void all(ImageSignature signature) {
        StoredImage image = view.image(signature).orElseThrow();
        Embedding embedding = view.imageEmbedding(signature).orElseThrow();
        List<Label> labels = image.labels();
        List<StoredObject> objects = view.objects(signature);
        measure("nearest", () -> view.nearest(search(embedding, signature, SearchFilter.NONE)));
        if (!labels.isEmpty()) {
            SearchFilter surest = new SearchFilter(Set.of(labels.getFirst().name()), null);
            measure("nearest, of one label", () -> view.nearest(search(embedding, signature, surest)));
            measure("matching, 1 to 5 terms, 1 preferred word", () -> view.matching(words(labels, signature)));
        }
        if (!objects.isEmpty()) {
            Embedding object = view.objectEmbedding(objects.getFirst().id()).orElseThrow();
            String category = objects.getFirst().object().category();
            measure("nearestObjects", () -> view.nearestObjects(search(object, signature, SearchFilter.NONE)));
            measure(
                    "nearestObjects, of its category",
                    () -> view.nearestObjects(search(object, signature, new SearchFilter(Set.of(), category))));
        }
        Set<ImageSignature> ten = view.nearest(search(embedding, signature, SearchFilter.NONE)).stream()
                .map(near -> near.image().signature())
                .collect(Collectors.toSet());
        measure("images, %d".formatted(ten.size()), () -> view.images(ten));
    }

    private VisualSearch search(Embedding embedding, ImageSignature itself, SearchFilter filter) {
        return new VisualSearch(embedding, view.modelSet().orElseThrow(), LIMIT, OVERSAMPLE, Set.of(itself), filter);
    }

    private static TextSearch words(List<Label> labels, ImageSignature itself) {
        return new TextSearch(labels, List.of("recipe"), LIMIT, Set.of(itself), SearchFilter.NONE);
    }

    private void measure(String name, Runnable search) {
        long start = System.nanoTime();
        search.run();
        times.computeIfAbsent(name, first -> new ArrayList<>()).add((System.nanoTime() - start) / MILLISECOND);
    }
}
