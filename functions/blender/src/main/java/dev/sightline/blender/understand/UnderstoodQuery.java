package dev.sightline.blender.understand;

import dev.sightline.blender.receive.VisualQuery;
import dev.sightline.blender.staging.Keepsake;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.QueryId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query with what it looks at, in the order of the answer's groups, all seen by one model set. {@code image} is the indexed image
 * that the query starts from; it is no answer to itself. A photo is not such an image, even if the index holds the same file. {@code
 * queryId} names the photo's pixels for later queries; null for a stored image. {@code keepsake} is what is to be stored for later queries;
 * null: nothing.
 */
public record UnderstoodQuery(
        VisualQuery query,
        @Nullable ImageSignature image,
        @Nullable QueryId queryId,
        ModelSetId modelSet,
        List<QueryFocus> focuses,
        @Nullable Keepsake keepsake) {

    public UnderstoodQuery {
        focuses = List.copyOf(focuses);
    }

    /** A query that leaves nothing behind. */
    public UnderstoodQuery(
            VisualQuery query,
            @Nullable ImageSignature image,
            @Nullable QueryId queryId,
            ModelSetId modelSet,
            List<QueryFocus> focuses) {
        this(query, image, queryId, modelSet, focuses, null);
    }

    /** The indexed image that the query starts from. */
    public Optional<ImageSignature> queryImage() {
        return Optional.ofNullable(image);
    }

    /** The name of the photo's pixels. */
    public Optional<QueryId> stagedId() {
        return Optional.ofNullable(queryId);
    }
}
