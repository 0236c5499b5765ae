package dev.sightline.local.demo;

import dev.sightline.lab.metrics.PrecisionAtK;
import dev.sightline.local.ask.ApiClient;
import dev.sightline.local.ask.ImageIds;
import dev.sightline.local.ask.QueryAnswer;
import dev.sightline.local.ask.QueryAnswer.Result;
import dev.sightline.local.terminal.Decimals;
import dev.sightline.local.upload.LabelledFile;
import dev.sightline.local.upload.Settlement;
import java.util.List;
import java.util.Optional;

/**
 * How often the nearest images of the corpus have the label of the one that was asked about, measured through the API.
 *
 * @param value mean share of the first {@value #K} results, 0..1
 * @param queries images that were asked about
 */
record CorpusPrecision(double value, int queries) {

    /** Results that count. */
    static final int K = 5;

    private static final PrecisionAtK PRECISION = new PrecisionAtK(K);
    private static final int SAMPLE = 50;
    /** Room for scenes among the results: they are no part of the corpus, and are passed over. */
    private static final int LIMIT = 25;

    /** Empty if no label has enough images. */
    static Optional<CorpusPrecision> measure(ApiClient api, Settlement settlement) {
        List<String> sample =
                new CorpusChoice(settlement.indexedKeys(DemoMaterial.CORPUS_PREFIX)).images(SAMPLE, K + 1);
        if (sample.isEmpty()) {
            return Optional.empty();
        }
        List<Double> precisions =
                sample.stream().map(key -> precision(key, answer(api, key))).toList();
        return Optional.of(new CorpusPrecision(PrecisionAtK.mean(precisions), sample.size()));
    }

    private static List<String> answer(ApiClient api, String key) {
        return QueryAnswer.of(api.related(ImageIds.of(key), LIMIT)).groups().stream()
                .flatMap(group -> group.results().stream())
                .map(Result::name)
                .toList();
    }

    /** The share of the first results from the corpus that have the label of {@code key}. */
    static double precision(String key, List<String> found) {
        List<String> labels = found.stream()
                .filter(name -> name.startsWith(DemoMaterial.CORPUS_PREFIX + "/"))
                .map(LabelledFile::labelOf)
                .toList();
        return PRECISION.of(LabelledFile.labelOf(key), labels);
    }

    String name() {
        return "precision at %d, %d queries".formatted(K, queries);
    }

    @Override
    public String toString() {
        return "%s: %s (labels are folder names)".formatted(name(), Decimals.of(value, 3));
    }
}
