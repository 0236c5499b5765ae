package dev.sightline.storage;

import dev.sightline.events.EventJson;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageCollection;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.QueryId;
import dev.sightline.visual.SightlineException;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * What is kept of queries, in a bucket of its own whose lifecycle removes everything: {@code queries/{id}/pixels}, {@code
 * queries/{id}/features.json} and {@code crops/{modelSet}/{signature}/{left-top-right-bottom}.json}. Of one collection below {@code collections/{name}/}. Records are {@link EventJson}. Safe
 * for all threads.
 */
public final class S3StagedQueries implements StagedQueries {

    private final S3Client s3;
    private final S3Presigner presigner;
    private final String bucket;
    private final S3Json records;
    private final String folder;

    public S3StagedQueries(S3Client s3, S3Presigner presigner, String bucket) {
        this(s3, presigner, bucket, "");
    }

    /** @param folder before all keys, empty or with a slash at its end */
    private S3StagedQueries(S3Client s3, S3Presigner presigner, String bucket, String folder) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
        this.folder = folder;
        this.records = new S3Json(s3, bucket);
    }

    @Override
    public StagedQueries within(AccessScope scope) {
        return new S3StagedQueries(
                s3,
                presigner,
                bucket,
                scope.only()
                        .map(collection -> "%s%s/".formatted(ImageCollection.FOLDER, collection))
                        .orElse(""));
    }

    @Override
    public PresignedUpload presignPixels(QueryId id, PhotoGrant grant) {
        return new S3ImageStore(s3, presigner, bucket).presignUpload(grant.under(pixelsKey(id)));
    }

    @Override
    public void savePixels(QueryId id, byte[] pixels) {
        String key = pixelsKey(id);
        try {
            s3.putObject(
                    request -> request.bucket(bucket).key(key).contentType("application/octet-stream"),
                    RequestBody.fromBytes(pixels));
        } catch (SdkException e) {
            throw S3Failure.of("saving " + key, e);
        }
    }

    @Override
    public void saveFeatures(QueryId id, FeatureRecord features) {
        records.put(featuresKey(id), features);
    }

    @Override
    public Optional<byte[]> pixels(QueryId id) {
        String key = pixelsKey(id);
        try {
            return Optional.of(
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                            .asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw S3Failure.of("reading " + key, e);
        }
    }

    @Override
    public Optional<FeatureRecord> features(QueryId id) {
        return readable(featuresKey(id), FeatureRecord.class);
    }

    @Override
    public void remember(ImageCrop crop, ImageAnalysis analysis) {
        records.put(cropKey(crop, analysis.modelSet().id()), analysis);
    }

    @Override
    public Optional<ImageAnalysis> recall(ImageCrop crop, ModelSetId modelSet) {
        return readable(cropKey(crop, modelSet), ImageAnalysis.class);
    }

    /** A record in a form that this version does not read is one that can be made again. */
    private <T> Optional<T> readable(String key, Class<T> type) {
        try {
            return records.read(key, type);
        } catch (SightlineException e) {
            if (e.code() == ErrorCode.INVALID_REQUEST) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private String pixelsKey(QueryId id) {
        return "%squeries/%s/pixels".formatted(folder, id);
    }

    private String featuresKey(QueryId id) {
        return "%squeries/%s/features.json".formatted(folder, id);
    }

    private String cropKey(ImageCrop crop, ModelSetId modelSet) {
        return "%scrops/%s/%s/%s.json".formatted(folder, modelSet, crop.image(), crop.lines());
    }
}
