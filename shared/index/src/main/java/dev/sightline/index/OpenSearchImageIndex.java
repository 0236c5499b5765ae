package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.AnalyzedObject;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.SightlineException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * {@link ImageIndex} in OpenSearch. Safe for all threads.
 *
 * <p>An image document is written before its objects, and says how many ordinals its objects ever had ({@link
 * ImageDocument#OBJECT_SLOTS}): so that a later write knows which objects to delete, without a search that lags behind.
 */
public final class OpenSearchImageIndex implements ImageIndex {

    private final OpenSearchConnection connection;
    private final IndexNames names;
    private final KnnMode mode;
    private final VisualIndexes indexes;
    private final BulkWriter bulk;
    private final ImageDeletion deletion;

    /** Indexes that have to be made are made for {@code mode}; existing ones keep theirs. */
    public OpenSearchImageIndex(OpenSearchConnection connection, IndexNames names, KnnMode mode) {
        this.connection = connection;
        this.names = names;
        this.mode = mode;
        this.indexes = new VisualIndexes(connection, names);
        this.bulk =
                new BulkWriter(lines -> connection.require(OpenSearchRequest.bulk(lines)), RetryDelays.ofRefusals());
        this.deletion = new ImageDeletion(connection, names);
    }

    @Override
    public Map<ImageSignature, SightlineException> write(List<IndexedImage> images) {
        Map<ModelSet, Map<ImageSignature, IndexedImage>> byModelSet = new LinkedHashMap<>();
        for (IndexedImage image : images) {
            byModelSet
                    .computeIfAbsent(image.features().analysis().modelSet(), absent -> new LinkedHashMap<>())
                    .put(image.signature(), image);
        }
        Map<ImageSignature, SightlineException> failures = new HashMap<>();
        byModelSet.forEach((modelSet, group) -> failures.putAll(write(modelSet, group.values())));
        return failures;
    }

    private Map<ImageSignature, SightlineException> write(ModelSet modelSet, Collection<IndexedImage> images) {
        indexes.ensure(modelSet, mode);
        Map<ImageSignature, Integer> slots = objectSlots(modelSet, images);
        images.forEach(image -> slots.merge(
                image.signature(), image.features().analysis().objects().size(), Math::max));
        String index = names.images(modelSet.id());
        Map<ImageSignature, SightlineException> failures = new HashMap<>(bulk.run(images.stream()
                .map(image -> BulkItem.write(
                        index,
                        image.signature().hex(),
                        image.signature(),
                        ImageDocument.write(image, slots.getOrDefault(image.signature(), 0))))
                .toList()));
        List<BulkItem> objects = images.stream()
                .filter(image -> !failures.containsKey(image.signature()))
                .flatMap(image -> objects(image, slots.getOrDefault(image.signature(), 0)).stream())
                .toList();
        failures.putAll(bulk.run(objects));
        return failures;
    }

    /** Writes the objects of an image, and deletes those with higher ordinals. */
    private List<BulkItem> objects(IndexedImage image, int slots) {
        ModelSetId modelSet = image.features().analysis().modelSet().id();
        List<AnalyzedObject> objects = image.features().analysis().objects();
        String index = names.objects(modelSet);
        return IntStream.range(0, slots)
                .mapToObj(i -> {
                    ObjectId id = new ObjectId(image.signature(), i);
                    return i < objects.size()
                            ? BulkItem.write(
                                    index,
                                    id.toString(),
                                    image.signature(),
                                    ObjectDocument.write(id, modelSet, objects.get(i)))
                            : BulkItem.delete(index, id.toString(), image.signature());
                })
                .toList();
    }

    /** The slots of those images that are indexed already; sees every write, refreshed or not. */
    private Map<ImageSignature, Integer> objectSlots(ModelSet modelSet, Collection<IndexedImage> images) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode ids = body.putArray("ids");
        images.forEach(image -> ids.add(image.signature().hex()));
        JsonNode answer = connection.require(OpenSearchRequest.post("/" + names.images(modelSet.id()) + "/_mget", body)
                .with("_source_includes", ImageDocument.OBJECT_SLOTS));
        Map<ImageSignature, Integer> slots = new HashMap<>();
        for (JsonNode document : answer.path("docs")) {
            requireReadable(modelSet, document);
            if (document.path("found").asBoolean()) {
                slots.put(
                        new ImageSignature(document.path("_id").asText()),
                        document.path("_source")
                                .path(ImageDocument.OBJECT_SLOTS)
                                .asInt());
            }
        }
        return slots;
    }

    private void requireReadable(ModelSet modelSet, JsonNode document) {
        if (document.has("error")) {
            indexes.forget(modelSet);
            throw new SightlineException(
                    ErrorCode.INDEX_UNAVAILABLE,
                    "%s cannot be read: %s"
                            .formatted(
                                    names.images(modelSet.id()),
                                    document.path("error").path("reason").asText()));
        }
    }

    @Override
    public Map<ImageSignature, SightlineException> delete(Set<ImageSignature> signatures) {
        return deletion.delete(signatures);
    }
}
