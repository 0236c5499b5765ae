package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.ImageSignature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link IndexProbe} in OpenSearch. Safe for all threads. */
public final class OpenSearchIndexProbe implements IndexProbe {

    /** OpenSearch's limit of results. */
    private static final int MOST = 10_000;

    private static final String SIGNATURE = "signature";

    private final OpenSearchConnection connection;
    private final IndexNames names;
    private final VisualIndexes indexes;
    private final TwoStageSearch search;

    public OpenSearchIndexProbe(OpenSearchConnection connection, IndexNames names) {
        this.connection = connection;
        this.names = names;
        this.indexes = new VisualIndexes(connection, names);
        this.search = new TwoStageSearch(connection);
    }

    @Override
    public List<ImageSignature> sample(int size, long seed) {
        if (size < 1 || size > MOST) {
            throw new IllegalArgumentException("expected a sample of 1..%d images, got %d".formatted(MOST, size));
        }
        ObjectNode body = signaturesOnly(size);
        body.putObject("query")
                .putObject("function_score")
                .putObject("random_score")
                .put("seed", seed)
                .put("field", SIGNATURE);
        return hits(names.imagesAlias(), body).stream()
                .map(OpenSearchIndexProbe::signature)
                .toList();
    }

    @Override
    public List<Candidate> candidates(VisualSearch asked) {
        Optional<String> index = indexes.imagesServed(asked.modelSet());
        if (index.isEmpty()) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        search.candidates(index.get(), asked)
                .forEach((signature, distance) ->
                        candidates.add(new Candidate(new ImageSignature(signature), distance)));
        candidates.sort(Comparator.comparingInt(Candidate::hammingDistance).thenComparing(Candidate::signature));
        return candidates;
    }

    @Override
    public List<Scanned> exact(VisualSearch asked) {
        Optional<String> index = indexes.imagesServed(asked.modelSet());
        if (index.isEmpty()) {
            return List.of();
        }
        ObjectNode body = signaturesOnly(asked.limit());
        ObjectNode scored = body.putObject("query").putObject("script_score");
        ArrayNode excluded = scored.putObject("query")
                .putObject("bool")
                .putObject("must_not")
                .putObject("ids")
                .putArray("values");
        asked.exclude().forEach(signature -> excluded.add(signature.hex()));
        CosineScore.add(scored, asked.query().dense());
        body.putArray("sort").addObject().put("_score", "desc").put(SIGNATURE, "asc");
        return hits(index.get(), body).stream()
                .map(hit -> new Scanned(signature(hit), CosineScore.read(hit)))
                .toList();
    }

    private static ObjectNode signaturesOnly(int size) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", size);
        body.put("stored_fields", "_none_").putArray("docvalue_fields").add(SIGNATURE);
        return body;
    }

    private List<JsonNode> hits(String index, ObjectNode body) {
        JsonNode hits = connection
                .require(OpenSearchRequest.post("/%s/_search".formatted(index), body)
                        .with("ignore_unavailable", true)
                        .with("filter_path", "hits.hits.fields,hits.hits._score"))
                .path("hits")
                .path("hits");
        List<JsonNode> list = new ArrayList<>();
        hits.forEach(list::add);
        return list;
    }

    private static ImageSignature signature(JsonNode hit) {
        return new ImageSignature(hit.path("fields").path(SIGNATURE).path(0).asText());
    }
}
