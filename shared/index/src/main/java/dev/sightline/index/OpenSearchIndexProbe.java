package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ImageSignature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link IndexProbe} of a generation in OpenSearch. Safe for all threads. */
public final class OpenSearchIndexProbe implements IndexProbe {

    /** OpenSearch's limit of results. */
    private static final int MOST = 10_000;

    private static final String SIGNATURE = "signature";

    private final OpenSearchConnection connection;
    private final IndexGeneration generation;
    private final String images;
    private final String objects;
    private final TwoStageSearch<Neighbor> search;

    public OpenSearchIndexProbe(OpenSearchConnection connection, IndexNames names, IndexGeneration generation) {
        this.connection = connection;
        this.generation = generation;
        this.images = names.images(generation);
        this.objects = names.objects(generation);
        this.search = new TwoStageSearch<>(connection, images, NeighborKind.IMAGES);
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
        return hits(images, body).stream().map(OpenSearchIndexProbe::signature).toList();
    }

    @Override
    public List<Candidate> candidates(VisualSearch asked) {
        asked.requireModelSet(generation.modelSet());
        List<Candidate> candidates = new ArrayList<>();
        search.candidates(asked)
                .forEach((signature, distance) ->
                        candidates.add(new Candidate(new ImageSignature(signature), distance)));
        candidates.sort(Comparator.comparingInt(Candidate::hammingDistance).thenComparing(Candidate::signature));
        return candidates;
    }

    @Override
    public List<Scanned> exact(VisualSearch asked) {
        asked.requireModelSet(generation.modelSet());
        ObjectNode body = signaturesOnly(asked.limit());
        ObjectNode scored = body.putObject("query").putObject("script_score");
        scored.putObject("query")
                .set("bool", NeighborKind.IMAGES.filter(asked, AccessScope.ALL).clauses());
        CosineScore.add(scored, asked.query().dense());
        body.putArray("sort").addObject().put("_score", "desc").put(SIGNATURE, "asc");
        return hits(images, body).stream()
                .map(hit -> new Scanned(signature(hit), CosineScore.read(hit)))
                .toList();
    }

    @Override
    public void refresh() {
        connection.require(OpenSearchRequest.post("/%s,%s/_refresh".formatted(images, objects)));
    }

    @Override
    public List<Held> contents(@Nullable ImageSignature after, int limit) {
        ObjectNode body = signaturesOnly(limit);
        body.putArray("sort").addObject().put(SIGNATURE, "asc");
        if (after != null) {
            body.putArray("search_after").add(after.hex());
        }
        List<ImageSignature> page =
                hits(images, body).stream().map(OpenSearchIndexProbe::signature).toList();
        Map<String, Integer> counted = objectsOf(page);
        return page.stream()
                .map(signature -> new Held(signature, counted.getOrDefault(signature.hex(), 0)))
                .toList();
    }

    private Map<String, Integer> objectsOf(List<ImageSignature> page) {
        if (page.isEmpty()) {
            return Map.of();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", 0);
        ArrayNode terms = body.putObject("query").putObject("terms").putArray(SIGNATURE);
        page.forEach(signature -> terms.add(signature.hex()));
        body.putObject("aggs")
                .putObject(SIGNATURE)
                .putObject("terms")
                .put("field", SIGNATURE)
                .put("size", page.size());
        JsonNode answer = connection.require(OpenSearchRequest.post("/%s/_search".formatted(objects), body));
        Map<String, Integer> counted = new HashMap<>();
        answer.path("aggregations")
                .path(SIGNATURE)
                .path("buckets")
                .forEach(bucket -> counted.put(
                        bucket.path("key").asText(), bucket.path("doc_count").asInt()));
        return counted;
    }

    private static ObjectNode signaturesOnly(int size) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", size);
        body.put("stored_fields", "_none_").putArray("docvalue_fields").add(SIGNATURE);
        return body;
    }

    private List<JsonNode> hits(String index, ObjectNode body) {
        JsonNode hits = connection
                .require(OpenSearchRequest.post("/%s/_search".formatted(index), body)
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
