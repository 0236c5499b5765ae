package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.SightlineException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An index for one evaluation, beside all others of its OpenSearch: of one model set, filled once, measured, and deleted when it is
 * closed. The same images give the same answers in every run. Several threads may fill it at once.
 *
 * <p>All methods throw {@link SightlineException} with {@code INDEX_UNAVAILABLE} if OpenSearch does not answer.
 */
public final class ScratchIndex implements AutoCloseable {

    private final OpenSearchConnection connection;
    private final ModelSet modelSet;
    private final IndexShape shape;
    private final IndexNames names =
            new IndexNames("scratch-" + UUID.randomUUID().toString().substring(0, 8));

    private final IndexGeneration generation;
    private final OpenSearchIndexGenerations generations;

    public ScratchIndex(OpenSearchConnection connection, ModelSet modelSet, KnnMode mode) {
        this.connection = connection;
        this.modelSet = modelSet;
        this.shape = new IndexShape(mode, 1);
        this.generation = new IndexGeneration(modelSet.id(), 1);
        this.generations = new OpenSearchIndexGenerations(connection, names, shape);
    }

    /**
     * Adds images of the index's model set.
     *
     * @throws SightlineException the reason of the first image that could not be written
     * @throws IllegalArgumentException if an image is of another model set
     */
    public void write(List<IndexedImage> images) {
        for (IndexedImage image : images) {
            ModelSet actual = image.features().analysis().modelSet();
            if (!actual.equals(modelSet)) {
                throw new IllegalArgumentException("expected an image of %s, got one of %s: %s"
                        .formatted(modelSet.id(), actual.id(), image.signature()));
            }
        }
        createOnce();
        Map<ImageSignature, SightlineException> failures =
                new OpenSearchImageIndex(connection, names, shape).write(images);
        if (!failures.isEmpty()) {
            throw failures.values().iterator().next();
        }
    }

    private synchronized void createOnce() {
        if (generations.layout().generations().isEmpty()) {
            generations.create(generation, Set.of(), sorted(), IndexMapping.objects(modelSet, shape));
            generations.serve(generation);
        }
    }

    /**
     * Documents in order of their signatures: which of several equally near codes are the last candidates is decided by that order,
     * and has to be the same in every run. Sizes are read as they are, not as they were ten seconds ago.
     */
    private JsonNode sorted() {
        JsonNode body = IndexMapping.images(modelSet, shape);
        ((ObjectNode) body.at("/settings/index"))
                .put("sort.field", "signature")
                .put("store.stats_refresh_interval", "0s");
        return body;
    }

    /** Makes everything written searchable, in one segment: as an index is that has not changed for a while. */
    public void settle() {
        new SegmentMerge(connection).into(names.images(generation));
    }

    /**
     * Waits, up to half a minute, until OpenSearch keeps nothing for copies that may have to catch up: what {@link #settle} does then leaves
     * the size of an index that has not changed for a while.
     */
    public void awaitLeases() {
        new SegmentMerge(connection).awaitLeases(names.images(generation));
    }

    /** Answers queries as the blender does. */
    public VisualSearcher searcher() {
        return new OpenSearchVisualSearcher(connection, names);
    }

    /** Shows the stages of a search. */
    public IndexProbe probe() {
        return new OpenSearchIndexProbe(connection, names, generation);
    }

    /** Measures what the vectors of the images take, after {@link #settle}, by copying each kind into an index of its own. */
    public VectorBytes vectorBytes() {
        return new VectorCopies(connection, IndexMapping.images(modelSet, shape))
                .measured(searcher().open(), probe(), names.prefix());
    }

    @Override
    public void close() {
        connection.require(new OpenSearchRequest("DELETE", "/%s-*".formatted(names.prefix()), Map.of(), null));
    }
}
