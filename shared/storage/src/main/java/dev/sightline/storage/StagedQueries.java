package dev.sightline.storage;

import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.QueryId;
import java.util.Optional;

/**
 * Port: what is kept of queries for a while, so that a further question about the same photo or box needs neither an upload nor the
 * models: the photo and what was seen in it, under the query's id, and what was seen in free boxes of any image.
 *
 * <p>It holds copies only, each of which can be made again or asked for again; whatever is older than {@link QueryId#VALID_FOR} may be gone
 * at any time. It knows no clock: whether an id is expired, the id says.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code STORAGE_UNAVAILABLE} if S3 does not answer.
 */
public interface StagedQueries {

    /**
     * The same store for somebody who may see one collection: what others keep is not there, and what is kept here is not there for others, those
     * who see all among them.
     */
    StagedQueries within(AccessScope scope);

    /** Lets a client itself keep the photo of a query, by one presigned request that replaces nothing. Asks nobody. */
    PresignedUpload presignPixels(QueryId id, PhotoGrant grant);

    /** Keeps the photo of a query. Safe to repeat. */
    void savePixels(QueryId id, byte[] pixels);

    /** Keeps what was seen in the photo of a query; replaces what was kept before, whatever its model set. */
    void saveFeatures(QueryId id, FeatureRecord features);

    /** The photo of a query, or empty if it is not kept. */
    Optional<byte[]> pixels(QueryId id);

    /** What was last seen in the photo of a query, or empty if nothing is kept that can be read. */
    Optional<FeatureRecord> features(QueryId id);

    /** Keeps what was seen in a crop; what another model set saw there stays. */
    void remember(ImageCrop crop, ImageAnalysis analysis);

    /** What a model set saw in a crop, or empty if nothing is kept that can be read. */
    Optional<ImageAnalysis> recall(ImageCrop crop, ModelSetId modelSet);
}
