package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.engagement.EngagementCounts;
import dev.sightline.engagement.EngagementRates;
import dev.sightline.engagement.PairCounts;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@link EngagementIndex} in OpenSearch: one document for each pair and each image, one with the rates, and one with a digest of all, so that
 * the same counts are written once. Safe for all threads.
 */
public final class OpenSearchEngagementIndex implements EngagementIndex {

    /** Images that are asked for at once. */
    private static final int BATCH = 1000;

    private final OpenSearchConnection connection;
    private final String alias;
    private final EngagementWriter writer;

    public OpenSearchEngagementIndex(OpenSearchConnection connection, IndexNames names) {
        this.connection = connection;
        this.alias = names.engagementAlias();
        this.writer = new EngagementWriter(connection, names);
    }

    @Override
    public void replaceAll(
            List<PairCounts> pairs, Map<ImageSignature, EngagementCounts> images, EngagementRates rates) {
        List<BulkItem> items = EngagementWriter.items(pairs, images);
        boolean sayIt = read(EngagementDocument.DIGEST)
                .map(stored -> stored.path(EngagementDocument.DIGEST).asText())
                .filter(EngagementWriter.digest(items, rates)::equals)
                .isEmpty();
        if (sayIt) {
            writer.write(items, rates);
        }
    }

    /** The digest goes first: should this break off, the counts are written anew. */
    @Override
    public void forget(Set<ImageSignature> images) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ArrayNode either = query.putObject("query").putObject("bool").putArray("should");
        putTerms(either.addObject(), EngagementDocument.QUERY, images);
        putTerms(either.addObject(), EngagementDocument.RESULT, images);
        if (images.isEmpty() || search(query.deepCopy().put("size", 1)).isEmpty()) {
            return;
        }
        forgetDigest();
        JsonNode answer = connection.require(OpenSearchRequest.post("/%s/_delete_by_query".formatted(alias), query)
                .with("ignore_unavailable", true)
                .with("conflicts", "proceed")
                .with("refresh", true));
        if (!answer.path("failures").isEmpty()) {
            throw new SightlineException(
                    ErrorCode.INDEX_UNAVAILABLE,
                    "expected to forget the engagement of %s, got %s".formatted(images, answer.path("failures")));
        }
    }

    private void forgetDigest() {
        OpenSearchRequest request = new OpenSearchRequest(
                "DELETE", "/%s/_doc/%s".formatted(alias, EngagementDocument.DIGEST), Map.of(), null);
        OpenSearchReply reply = connection.ask(request);
        if (!reply.succeeded() && !reply.notFound()) {
            throw OpenSearchConnection.refused(request, reply);
        }
    }

    @Override
    public List<PairCounts> winners(ImageSignature query, int limit) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", limit);
        ArrayNode filter = filter(body, EngagementDocument.PAIR);
        filter.addObject().putObject("term").put(EngagementDocument.QUERY, query.hex());
        ArrayNode sort = body.putArray("sort");
        sort.addObject().put(EngagementDocument.SAVES, "desc");
        sort.addObject().put(EngagementDocument.CLICKS, "desc");
        sort.addObject().put(EngagementDocument.RESULT, "asc");
        return search(body).stream().map(EngagementDocument::readPair).toList();
    }

    @Override
    public Map<ImageSignature, EngagementCounts> pairs(ImageSignature query, Set<ImageSignature> results) {
        return counts(
                EngagementDocument.PAIR,
                results,
                filter -> filter.addObject().putObject("term").put(EngagementDocument.QUERY, query.hex()));
    }

    @Override
    public Map<ImageSignature, EngagementCounts> images(Set<ImageSignature> images) {
        return counts(EngagementDocument.IMAGE, images, filter -> {});
    }

    @Override
    public EngagementRates rates() {
        return read("rates").map(EngagementDocument::readRates).orElse(EngagementRates.NONE);
    }

    private Map<ImageSignature, EngagementCounts> counts(
            String kind, Set<ImageSignature> results, Consumer<ArrayNode> condition) {
        Map<ImageSignature, EngagementCounts> counts = new HashMap<>();
        List<ImageSignature> asked = List.copyOf(results);
        for (int start = 0; start < asked.size(); start += BATCH) {
            List<ImageSignature> batch = asked.subList(start, Math.min(start + BATCH, asked.size()));
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", batch.size());
            ArrayNode filter = filter(body, kind);
            condition.accept(filter);
            putTerms(filter.addObject(), EngagementDocument.RESULT, batch);
            search(body)
                    .forEach(document -> counts.put(
                            EngagementDocument.readResult(document), EngagementDocument.readCounts(document)));
        }
        return counts;
    }

    private static ArrayNode filter(ObjectNode body, String kind) {
        ArrayNode filter = body.putObject("query").putObject("bool").putArray("filter");
        filter.addObject().putObject("term").put(EngagementDocument.KIND, kind);
        return filter;
    }

    private static void putTerms(ObjectNode clause, String field, Collection<ImageSignature> images) {
        ArrayNode terms = clause.putObject("terms").putArray(field);
        images.forEach(image -> terms.add(image.hex()));
    }

    private List<JsonNode> search(ObjectNode body) {
        List<JsonNode> documents = new ArrayList<>();
        connection
                .require(OpenSearchRequest.post("/%s/_search".formatted(alias), body)
                        .with("ignore_unavailable", true)
                        .with("allow_partial_search_results", false))
                .path("hits")
                .path("hits")
                .forEach(hit -> documents.add(hit.path("_source")));
        return documents;
    }

    private Optional<JsonNode> read(String id) {
        OpenSearchRequest request = OpenSearchRequest.get("/%s/_doc/%s".formatted(alias, id));
        OpenSearchReply reply = connection.ask(request);
        if (!reply.succeeded() && !reply.notFound()) {
            throw OpenSearchConnection.refused(request, reply);
        }
        return reply.succeeded() ? Optional.of(reply.body().path("_source")) : Optional.empty();
    }
}
