package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.Label;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * {@link SearchView#matching} in OpenSearch. Every term that an image holds counts its confidence, however often and wherever it is held:
 * lengths of texts and rarity of words say nothing about labels. Which terms those are, the names of the matched clauses say.
 *
 * <p>Scores are single-precision floats in OpenSearch: sums of confidences that are less than about 1e-6 apart are taken for equal.
 */
final class WordSearch {

    private static final List<String> TEXT_FIELDS = List.of("texts.title", "texts.board");
    private static final List<String> ALL_FIELDS = List.of("labels.name.words", "texts.title", "texts.board");
    private static final String PREFERRED = "preferred";

    private final OpenSearchConnection connection;
    private final String images;

    WordSearch(OpenSearchConnection connection, String images) {
        this.connection = connection;
        this.images = images;
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

    static ObjectNode body(TextSearch search) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", search.limit());
        body.putObject("_source").putArray("excludes").add(EmbeddingFields.DENSE);
        body.putArray("sort").addObject().put("_score", "desc").put("signature", "asc");
        ObjectNode bool =
                new DocumentFilter(search.exclude(), search.filter(), ImageDocument.OBJECT_CATEGORIES).clauses();
        ArrayNode terms = bool.putObject("must").putObject("bool").putArray("should");
        for (int i = 0; i < search.terms().size(); i++) {
            Label term = search.terms().get(i);
            addWeighted(terms, Integer.toString(i), term.confidence())
                    .set("multi_match", phrase(term.name(), ALL_FIELDS));
        }
        if (!search.preferredWords().isEmpty()) {
            ArrayNode words = addWeighted(bool.putArray("should"), PREFERRED, moreThanAllOf(search.terms()))
                    .putObject("bool")
                    .putArray("should");
            search.preferredWords().forEach(word -> words.addObject().set("multi_match", phrase(word, TEXT_FIELDS)));
        }
        body.putObject("query").set("bool", bool);
        return body;
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
        List<Label> held = IntStream.range(0, terms.size())
                .filter(i -> matched.contains(Integer.toString(i)))
                .mapToObj(terms::get)
                .toList();
        return new TextMatch(
                ImageDocument.read(hit.path("_source")),
                held.stream().mapToDouble(Label::confidence).sum(),
                held.stream().map(Label::name).toList(),
                matched.contains(PREFERRED));
    }
}
