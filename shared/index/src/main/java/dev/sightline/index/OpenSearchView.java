package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@link SearchView} in OpenSearch, for who may see all or a part of it. Safe for all threads. */
final class OpenSearchView implements SearchView {

    /** More than any detector finds in one image. */
    private static final int MAX_OBJECTS = 1000;

    /** The most that one search gives. */
    private static final int MAX_OBJECTS_OF_MANY = 10_000;

    private final OpenSearchConnection connection;
    private final IndexGeneration generation;
    private final AccessScope scope;
    private final String images;
    private final String objects;
    private final TwoStageSearch<Neighbor> imageSearch;
    private final TwoStageSearch<ObjectNeighbor> objectSearch;
    private final WordSearch wordSearch;
    private final DocumentReader reader;
    private final EmbeddingReader imageEmbeddings;
    private final EmbeddingReader objectEmbeddings;

    OpenSearchView(OpenSearchConnection connection, IndexNames names, IndexGeneration generation, AccessScope scope) {
        this.connection = connection;
        this.generation = generation;
        this.scope = scope;
        this.images = names.images(generation);
        this.objects = names.objects(generation);
        this.imageSearch = new TwoStageSearch<>(connection, images, NeighborKind.IMAGES, scope);
        this.objectSearch = new TwoStageSearch<>(connection, objects, NeighborKind.OBJECTS, scope);
        this.wordSearch = new WordSearch(connection, images, scope);
        this.reader = new DocumentReader(this::readMany, RetryDelays.ofRefusals());
        this.imageEmbeddings = new EmbeddingReader(connection, images, scope);
        this.objectEmbeddings = new EmbeddingReader(connection, objects, scope);
    }

    @Override
    public Optional<IndexGeneration> generation() {
        return Optional.of(generation);
    }

    @Override
    public AccessScope scope() {
        return scope;
    }

    @Override
    public List<Neighbor> nearest(VisualSearch search) {
        search.requireModelSet(generation.modelSet());
        return imageSearch.nearest(search).stream()
                .flatMap(neighbor -> neighbor.within(scope).stream())
                .toList();
    }

    @Override
    public List<ObjectNeighbor> nearestObjects(VisualSearch search) {
        search.requireModelSet(generation.modelSet());
        return objectSearch.nearest(search);
    }

    @Override
    public List<TextMatch> matching(TextSearch search) {
        return wordSearch.matching(search).stream()
                .flatMap(match -> match.within(scope).stream())
                .toList();
    }

    @Override
    public Map<ImageSignature, StoredImage> images(Set<ImageSignature> signatures) {
        Map<ImageSignature, StoredImage> found = new HashMap<>();
        reader.read(signatures.stream().map(ImageSignature::hex).toList())
                .values()
                .forEach(document -> ImageDocument.read(document)
                        .within(scope)
                        .ifPresent(image -> found.put(image.signature(), image)));
        return found;
    }

    private JsonNode readMany(JsonNode ids) {
        return connection.require(OpenSearchRequest.post("/%s/_mget".formatted(images), ids)
                .with("_source_excludes", EmbeddingFields.DENSE));
    }

    @Override
    public Optional<StoredImage> image(ImageSignature signature) {
        return read(OpenSearchRequest.get("/%s/_doc/%s".formatted(images, signature))
                        .with("_source_excludes", EmbeddingFields.DENSE))
                .map(ImageDocument::read)
                .flatMap(image -> image.within(scope));
    }

    @Override
    public Optional<Embedding> imageEmbedding(ImageSignature signature) {
        return Optional.ofNullable(imageEmbeddings(Set.of(signature)).get(signature));
    }

    @Override
    public Map<ImageSignature, Embedding> imageEmbeddings(Set<ImageSignature> signatures) {
        Map<ImageSignature, Embedding> found = new HashMap<>();
        imageEmbeddings
                .read(signatures.stream().map(ImageSignature::hex).toList())
                .forEach((id, embedding) -> found.put(new ImageSignature(id), embedding));
        return found;
    }

    @Override
    public List<StoredObject> objects(ImageSignature signature) {
        return surestObjects(Set.of(signature), MAX_OBJECTS);
    }

    @Override
    public Map<ImageSignature, List<StoredObject>> objectsOf(Set<ImageSignature> signatures) {
        return signatures.isEmpty()
                ? Map.of()
                : surestObjects(signatures, MAX_OBJECTS_OF_MANY).stream()
                        .collect(Collectors.groupingBy(object -> object.id().signature()));
    }

    private List<StoredObject> surestObjects(Set<ImageSignature> signatures, int limit) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", limit);
        ArrayNode required = body.putObject("query").putObject("bool").putArray("filter");
        ArrayNode wanted = required.addObject().putObject("terms").putArray("signature");
        signatures.forEach(signature -> wanted.add(signature.hex()));
        scope.only()
                .ifPresent(collection ->
                        required.addObject().putObject("term").put(CollectionField.NAME, collection.name()));
        body.putArray("sort").addObject().put("confidence", "desc").put("ordinal", "asc");
        JsonNode answer = connection.require(OpenSearchRequest.post("/%s/_search".formatted(objects), body)
                .with("_source_excludes", EmbeddingFields.BINARY + "," + EmbeddingFields.DENSE));
        List<StoredObject> found = new ArrayList<>();
        answer.path("hits").path("hits").forEach(hit -> found.add(ObjectDocument.read(hit.path("_source"))));
        return found;
    }

    @Override
    public Optional<Embedding> objectEmbedding(ObjectId id) {
        return Optional.ofNullable(objectEmbeddings(Set.of(id)).get(id));
    }

    @Override
    public Map<ObjectId, Embedding> objectEmbeddings(Set<ObjectId> ids) {
        Map<String, Embedding> read =
                objectEmbeddings.read(ids.stream().map(ObjectId::toString).toList());
        return ids.stream()
                .filter(id -> read.containsKey(id.toString()))
                .collect(Collectors.toMap(Function.identity(), id -> read.get(id.toString())));
    }

    @Override
    public Sizes sizes() {
        return new Sizes(count(images), count(objects));
    }

    private long count(String index) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        scope.only()
                .ifPresent(collection ->
                        body.putObject("query").putObject("term").put(CollectionField.NAME, collection.name()));
        return connection
                .require(OpenSearchRequest.post("/%s/_count".formatted(index), body))
                .path("count")
                .asLong();
    }

    private Optional<JsonNode> read(OpenSearchRequest request) {
        OpenSearchReply reply = connection.ask(request);
        if (reply.lacksIndex() || !(reply.succeeded() || reply.notFound())) {
            throw OpenSearchConnection.refused(request, reply);
        }
        return reply.notFound() ? Optional.empty() : Optional.of(reply.body().path("_source"));
    }
}
