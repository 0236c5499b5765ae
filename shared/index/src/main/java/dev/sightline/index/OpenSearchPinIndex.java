package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.PinRecord;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@link PinIndex} in OpenSearch: one document a pin, in an index that the first pin makes. Its one shard makes counts exact. Safe for all
 * threads.
 */
public final class OpenSearchPinIndex implements PinIndex {

    private static final String IMAGES = "images";

    private final OpenSearchConnection connection;
    private final String index;
    private final PinDocuments documents;
    private final CoSaves coSaves;

    public OpenSearchPinIndex(OpenSearchConnection connection, IndexNames names) {
        this.connection = connection;
        this.index = names.pins();
        this.documents = new PinDocuments(connection, index);
        this.coSaves = new CoSaves(this::search);
    }

    @Override
    public Map<ImageSignature, SightlineException> replace(Map<ImageSignature, List<PinRecord>> pins) {
        return pins.isEmpty() ? Map.of() : documents.replace(pins);
    }

    @Override
    public List<PinRecord> ofBoard(BoardId board, @Nullable PinRecord after, int limit) {
        ObjectNode body = body(limit);
        body.putObject("query").putObject("term").put(PinDocument.BOARD, board.value());
        body.putArray("sort").addObject().put(PinDocument.CREATED_AT, "desc").put(PinDocument.PIN, "asc");
        if (after != null) {
            body.putArray("search_after")
                    .add(after.createdAt().toEpochMilli())
                    .add(after.id().toString());
        }
        List<PinRecord> page = new ArrayList<>();
        search(body).path("hits").path("hits").forEach(hit -> page.add(PinDocument.read(hit.path("_source"))));
        return page;
    }

    @Override
    public List<ImageSignature> imagesOfBoard(BoardId board, @Nullable ImageSignature after, int limit) {
        ObjectNode body = body(0);
        body.putObject("query").putObject("term").put(PinDocument.BOARD, board.value());
        return imagesIn(body, after, limit);
    }

    @Override
    public List<ImageSignature> images(@Nullable ImageSignature after, int limit) {
        return imagesIn(body(0), after, limit);
    }

    private List<ImageSignature> imagesIn(ObjectNode body, @Nullable ImageSignature after, int limit) {
        documents.refresh();
        ObjectNode composite =
                body.putObject("aggs").putObject(IMAGES).putObject("composite").put("size", limit);
        composite
                .putArray("sources")
                .addObject()
                .putObject(PinDocument.IMAGE)
                .putObject("terms")
                .put("field", PinDocument.IMAGE);
        if (after != null) {
            composite.putObject("after").put(PinDocument.IMAGE, after.hex());
        }
        List<ImageSignature> page = new ArrayList<>();
        for (JsonNode bucket : search(body).path("aggregations").path(IMAGES).path("buckets")) {
            page.add(new ImageSignature(
                    bucket.path("key").path(PinDocument.IMAGE).asText()));
        }
        return page;
    }

    @Override
    public Map<ImageSignature, List<PinRecord>> ofImages(Set<ImageSignature> images) {
        Map<ImageSignature, List<PinRecord>> found = new HashMap<>();
        if (!images.isEmpty()) {
            documents
                    .of(images)
                    .forEach(pin -> found.computeIfAbsent(pin.id().image(), absent -> new ArrayList<>())
                            .add(pin));
        }
        return found;
    }

    @Override
    public List<CoSavedImage> coSaved(Set<ImageSignature> images, int limit, Set<ImageSignature> exclude) {
        return coSaves.best(images, limit, exclude);
    }

    @Override
    public Map<ImageSignature, CoSavedImage> coSaves(Set<ImageSignature> with, Set<ImageSignature> images) {
        return coSaves.of(with, images);
    }

    @Override
    public Optional<PinRecord> find(PinId id) {
        OpenSearchRequest request = OpenSearchRequest.get("/%s/_doc/%s".formatted(index, id));
        OpenSearchReply reply = connection.ask(request);
        if (!reply.succeeded() && !reply.notFound()) {
            throw OpenSearchConnection.refused(request, reply);
        }
        return reply.succeeded() ? Optional.of(PinDocument.read(reply.body().path("_source"))) : Optional.empty();
    }

    private static ObjectNode body(int size) {
        return JsonNodeFactory.instance.objectNode().put("size", size);
    }

    private JsonNode search(ObjectNode body) {
        return documents.search(body);
    }
}
