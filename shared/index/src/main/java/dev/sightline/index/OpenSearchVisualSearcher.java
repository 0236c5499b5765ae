package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link VisualSearcher} in OpenSearch, through the aliases. Safe for all threads. */
public final class OpenSearchVisualSearcher implements VisualSearcher {

    /** More than any detector finds in one image. */
    private static final int MAX_OBJECTS = 1000;

    private final OpenSearchConnection connection;
    private final IndexNames names;
    private final VisualIndexes indexes;
    private final TwoStageSearch search;

    public OpenSearchVisualSearcher(OpenSearchConnection connection, IndexNames names) {
        this.connection = connection;
        this.names = names;
        this.indexes = new VisualIndexes(connection, names);
        this.search = new TwoStageSearch(connection);
    }

    @Override
    public Optional<ModelSetId> modelSet() {
        return indexes.served();
    }

    @Override
    public List<Neighbor> nearest(VisualSearch asked) {
        Optional<String> index = indexes.imagesServed(asked.modelSet());
        if (index.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> candidates = search.candidates(index.get(), asked);
        return candidates.isEmpty() ? List.of() : search.rescored(index.get(), asked, candidates);
    }

    @Override
    public Optional<StoredImage> image(ImageSignature signature) {
        return read(OpenSearchRequest.get("/%s/_doc/%s".formatted(names.imagesAlias(), signature))
                        .with("_source_excludes", EmbeddingFields.BOTH))
                .map(ImageDocument::read);
    }

    @Override
    public Optional<Embedding> imageEmbedding(ImageSignature signature) {
        return read(OpenSearchRequest.get("/%s/_doc/%s".formatted(names.imagesAlias(), signature))
                        .with("_source_includes", EmbeddingFields.BOTH))
                .map(EmbeddingFields::read);
    }

    @Override
    public List<StoredObject> objects(ImageSignature signature) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", MAX_OBJECTS);
        body.putObject("query").putObject("term").put("signature", signature.hex());
        body.putArray("sort").addObject().put("confidence", "desc").put("ordinal", "asc");
        JsonNode answer = connection.require(OpenSearchRequest.post("/%s/_search".formatted(names.objectsAlias()), body)
                .with("_source_excludes", EmbeddingFields.BOTH)
                .with("ignore_unavailable", true));
        List<StoredObject> objects = new ArrayList<>();
        answer.path("hits").path("hits").forEach(hit -> objects.add(ObjectDocument.read(hit.path("_source"))));
        return objects;
    }

    @Override
    public Optional<Embedding> objectEmbedding(ObjectId id) {
        return read(OpenSearchRequest.get("/%s/_doc/%s".formatted(names.objectsAlias(), id))
                        .with("_source_includes", EmbeddingFields.BOTH))
                .map(EmbeddingFields::read);
    }

    @Override
    public Sizes sizes() {
        return new Sizes(count(names.imagesAlias()), count(names.objectsAlias()));
    }

    private long count(String alias) {
        return connection
                .require(OpenSearchRequest.get("/%s/_count".formatted(alias)).with("ignore_unavailable", true))
                .path("count")
                .asLong();
    }

    /** Absent while there is no index, too. */
    private Optional<JsonNode> read(OpenSearchRequest request) {
        OpenSearchReply reply = connection.ask(request);
        if (reply.notFound()) {
            return Optional.empty();
        }
        if (!reply.succeeded()) {
            throw OpenSearchConnection.refused(request, reply);
        }
        return Optional.of(reply.body().path("_source"));
    }
}
