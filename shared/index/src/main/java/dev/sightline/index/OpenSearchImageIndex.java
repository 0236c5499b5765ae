package dev.sightline.index;

import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.SightlineException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@link ImageIndex} in OpenSearch: asks at each call anew which generations there are. Safe for all threads. */
public final class OpenSearchImageIndex implements ImageIndex {

    private final OpenSearchConnection connection;
    private final IndexNames names;
    private final OpenSearchIndexGenerations generations;
    private final IndexFields fields;
    private final ImageDeletion deletion;

    /** Generations that have to be made are made in {@code shape}; existing ones keep theirs. */
    public OpenSearchImageIndex(OpenSearchConnection connection, IndexNames names, IndexShape shape) {
        this.connection = connection;
        this.names = names;
        this.generations = new OpenSearchIndexGenerations(connection, names, shape);
        this.fields = new IndexFields(connection, names);
        this.deletion = new ImageDeletion(connection, names);
    }

    @Override
    public Map<ImageSignature, SightlineException> write(List<IndexedImage> images) {
        IndexLayout layout =
                generations.ensure(there -> byModelSet(there.toWrite(images)).keySet());
        Map<ImageSignature, SightlineException> failures = new HashMap<>();
        byModelSet(layout.toWrite(images))
                .forEach((modelSet, group) -> layout.of(modelSet.id())
                        .forEach(generation -> failures.putAll(write(generation, group.values()))));
        return failures;
    }

    private Map<ImageSignature, SightlineException> write(IndexGeneration generation, Collection<IndexedImage> images) {
        fields.complete(generation);
        return new GenerationWriter(connection, names, generation).write(images);
    }

    private static Map<ModelSet, Map<ImageSignature, IndexedImage>> byModelSet(List<IndexedImage> images) {
        Map<ModelSet, Map<ImageSignature, IndexedImage>> byModelSet = new LinkedHashMap<>();
        for (IndexedImage image : images) {
            byModelSet
                    .computeIfAbsent(image.modelSet(), absent -> new LinkedHashMap<>())
                    .put(image.signature(), image);
        }
        return byModelSet;
    }

    @Override
    public Map<ImageSignature, SightlineException> delete(Set<ImageSignature> signatures) {
        return deletion.delete(signatures);
    }

    @Override
    public Set<IndexGeneration> generations() {
        return generations.layout().generations();
    }
}
