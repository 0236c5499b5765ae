package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.Label;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@link SearchView#matching} in OpenSearch. A term scores a fifth of its confidence for each of the {@link LabelLevels} that it is found at;
 * a text counts as being at all of them. Lengths of texts and rarity of words count nothing: they say nothing about labels. What was found
 * where, the names of the matched clauses say.
 *
 * <p>Scores are single-precision floats in OpenSearch: sums that are less than about 1e-6 apart are taken for equal.
 */
final class WordSearch {

    private static final int LEVELS = LabelLevels.FIELDS.size();
    private static final String PREFERRED = "preferred";

    private final OpenSearchConnection connection;
    private final String images;
    private final AccessScope scope;

    WordSearch(OpenSearchConnection connection, String images, AccessScope scope) {
        this.connection = connection;
        this.images = images;
        this.scope = scope;
    }

    List<TextMatch> matching(TextSearch search) {
        JsonNode hits = connection
                .require(OpenSearchRequest.post("/%s/_search".formatted(images), body(search))
                        .with("filter_path", "hits.hits._source,hits.hits.matched_queries"))
                .path("hits")
                .path("hits");
        List<TextMatch> matches = new ArrayList<>();
        hits.forEach(hit -> matches.add(match(hit, search.terms())));
        return matches;
    }

    private ObjectNode body(TextSearch search) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", search.limit());
        body.putObject("_source").putArray("excludes").add(EmbeddingFields.DENSE);
        body.putArray("sort").addObject().put("_score", "desc").put("signature", "asc");
        ObjectNode bool =
                new DocumentFilter(search.exclude(), search.filter(), ImageDocument.OBJECT_CATEGORIES, scope).clauses();
        ArrayNode terms = bool.putObject("must").putObject("bool").putArray("should");
        for (int term = 0; term < search.terms().size(); term++) {
            addLevels(terms, term, search.terms().get(term));
        }
        if (!search.preferredWords().isEmpty() && readsTexts()) {
            ArrayNode words = addWeighted(bool.putArray("should"), PREFERRED, moreThanAllOf(search.terms()))
                    .putObject("bool")
                    .putArray("should");
            search.preferredWords()
                    .forEach(word -> words.addObject().set("multi_match", phrase(word, TextFields.SEARCHED)));
        }
        body.putObject("query").set("bool", bool);
        return body;
    }

    /** What people wrote at an image, they wrote in any collection: it is for those who see all. */
    private boolean readsTexts() {
        return scope.equals(AccessScope.ALL);
    }

    private void addLevels(ArrayNode terms, int term, Label asked) {
        for (int level = 0; level < LEVELS; level++) {
            addWeighted(terms, name(term, level), asked.confidence() / LEVELS)
                    .set("multi_match", phrase(asked.name(), with(LabelLevels.FIELDS.get(level))));
        }
    }

    private List<String> with(String labels) {
        return !readsTexts()
                ? List.of(labels)
                : Stream.concat(Stream.of(labels), TextFields.SEARCHED.stream()).toList();
    }

    private static String name(int term, int level) {
        return term + ":" + level;
    }

    /** A power of two: it takes no precision from the sums below it but what their own size takes. */
    private static double moreThanAllOf(List<Label> terms) {
        return 2.0 * Integer.highestOneBit(terms.size());
    }

    /** Adds a clause that scores {@code weight}, and gives the object for what it asks. */
    private static ObjectNode addWeighted(ArrayNode clauses, String name, double weight) {
        ObjectNode constant = clauses.addObject()
                .putObject("constant_score")
                .put("boost", weight)
                .put("_name", name);
        return constant.putObject("filter");
    }

    private static ObjectNode phrase(String words, List<String> fields) {
        ObjectNode phrase =
                JsonNodeFactory.instance.objectNode().put("query", words).put("type", "phrase");
        fields.forEach(phrase.putArray("fields")::add);
        return phrase;
    }

    private static TextMatch match(JsonNode hit, List<Label> terms) {
        Set<String> matched = new HashSet<>();
        hit.path("matched_queries").forEach(name -> matched.add(name.asText()));
        List<String> held = new ArrayList<>();
        double score = 0;
        for (int term = 0; term < terms.size(); term++) {
            int levels = levels(term, matched);
            if (levels > 0) {
                held.add(terms.get(term).name());
                score += terms.get(term).confidence() * levels / LEVELS;
            }
        }
        return new TextMatch(ImageDocument.read(hit.path("_source")), score, held, matched.contains(PREFERRED));
    }

    private static int levels(int term, Set<String> matched) {
        return (int) IntStream.range(0, LEVELS)
                .filter(level -> matched.contains(name(term, level)))
                .count();
    }
}
