package dev.sightline.blender.blend;

import dev.sightline.blender.receive.Refinement;
import dev.sightline.visual.Label;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the tags of a group: labels of its results that narrow the question if a client sends one back.
 *
 * <p>The rule, ours: a label counts once for each result that has it, however sure. It becomes a tag if at least {@value #MIN_COUNT} results
 * have it, but not all of them, and if it was not sent already: another one would change nothing. Most frequent first; of equally frequent
 * ones that with the larger sum of confidences, then by name. At most {@value #MAX_TAGS}. Near-duplicates that were collapsed into a result
 * do not count.
 *
 * <p>Paper: Flashlight's answer holds tags, taken from the annotations of its results. How they are chosen is not said there.
 */
final class ResultTags {

    static final int MAX_TAGS = 10;
    static final int MIN_COUNT = 2;

    private static final Comparator<Map.Entry<String, List<Double>>> MOST_FREQUENT_FIRST = Comparator.comparingInt(
                    (Map.Entry<String, List<Double>> tag) -> tag.getValue().size())
            .thenComparingDouble(tag ->
                    tag.getValue().stream().mapToDouble(Double::doubleValue).sum())
            .reversed()
            .thenComparing(Map.Entry.comparingByKey());

    private ResultTags() {}

    /** The tags of results that answer a question which is narrowed already. */
    static List<ResultTag> of(List<BlendedResult> results, Refinement refinement) {
        Map<String, List<Double>> confidences = results.stream()
                .map(result -> surest(result.candidate().image().labels()).entrySet())
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return confidences.entrySet().stream()
                .filter(tag -> tag.getValue().size() >= MIN_COUNT)
                .filter(tag -> tag.getValue().size() < results.size())
                .filter(tag -> !refinement.tags().contains(tag.getKey()))
                .sorted(MOST_FREQUENT_FIRST)
                .limit(MAX_TAGS)
                .map(tag -> new ResultTag(tag.getKey(), tag.getValue().size()))
                .toList();
    }

    /** Each label of one image once. */
    private static Map<String, Double> surest(List<Label> labels) {
        return labels.stream().collect(Collectors.toMap(Label::name, Label::confidence, Math::max));
    }
}
