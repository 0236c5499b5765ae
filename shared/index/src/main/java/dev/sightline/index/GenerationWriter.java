package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.AnalyzedObject;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.SightlineException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes images of one model set into one generation.
 *
 * <p>An image document is written before its objects, and says how many ordinals its objects ever had ({@link
 * ImageDocument#OBJECT_SLOTS}): so that a later write knows which objects to delete, without a search that lags behind.
 */
final class GenerationWriter {

    private final OpenSearchConnection connection;
    private final ModelSetId modelSet;
    private final String images;
    private final String objects;
    private final DocumentReader reader;
    private final BulkWriter bulk;

    GenerationWriter(OpenSearchConnection connection, IndexNames names, IndexGeneration generation) {
        this.connection = connection;
        this.modelSet = generation.modelSet();
        this.images = names.images(generation);
        this.objects = names.objects(generation);
        this.reader = new DocumentReader(this::readSlots, RetryDelays.ofRefusals());
        this.bulk =
                new BulkWriter(lines -> connection.require(OpenSearchRequest.bulk(lines)), RetryDelays.ofRefusals());
    }

    /** Gives the images that could not be written, with the reason. */
    Map<ImageSignature, SightlineException> write(Collection<IndexedImage> written) {
        Map<ImageSignature, Integer> slots = new HashMap<>();
        reader.read(written.stream().map(image -> image.signature().hex()).toList())
                .forEach((id, document) -> slots.put(
                        new ImageSignature(id),
                        document.path(ImageDocument.OBJECT_SLOTS).asInt()));
        written.forEach(image -> slots.merge(
                image.signature(), image.features().analysis().objects().size(), Math::max));
        Map<ImageSignature, SightlineException> failures = new HashMap<>(bulk.run(written.stream()
                .map(image -> BulkItem.write(
                        IndexNames.writes(images),
                        image.signature().hex(),
                        image.signature(),
                        ImageDocument.write(image, slots.getOrDefault(image.signature(), 0))))
                .toList()));
        List<BulkItem> items = written.stream()
                .filter(image -> !failures.containsKey(image.signature()))
                .flatMap(image -> objects(image, slots.getOrDefault(image.signature(), 0)).stream())
                .toList();
        failures.putAll(bulk.run(items));
        return failures;
    }

    /** Writes the objects of an image, and deletes those with higher ordinals. */
    private List<BulkItem> objects(IndexedImage image, int slots) {
        List<AnalyzedObject> analyzed = image.features().analysis().objects();
        String index = IndexNames.writes(objects);
        return IntStream.range(0, slots)
                .mapToObj(i -> {
                    ObjectId id = new ObjectId(image.signature(), i);
                    return i < analyzed.size()
                            ? BulkItem.write(
                                    index,
                                    id.toString(),
                                    image.signature(),
                                    ObjectDocument.write(id, modelSet, analyzed.get(i), image.keys()))
                            : BulkItem.delete(index, id.toString(), image.signature());
                })
                .toList();
    }

    private JsonNode readSlots(JsonNode ids) {
        return connection.require(OpenSearchRequest.post("/" + images + "/_mget", ids)
                .with("_source_includes", ImageDocument.OBJECT_SLOTS));
    }
}
