package dev.sightline.storage;

import dev.sightline.visual.TraceParent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Asks S3 for the metadata of an object, for which the right to read it is enough. Safe for all threads. */
public final class S3UploadTraces implements UploadTraces {

    private static final Logger LOG = System.getLogger(S3UploadTraces.class.getName());
    private static final Duration SOON = Duration.ofSeconds(2);

    private final S3Client s3;
    private final String bucket;

    public S3UploadTraces(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Optional<TraceParent> of(String key) {
        try {
            return Optional.ofNullable(s3.headObject(request -> request.bucket(bucket)
                                    .key(key)
                                    .overrideConfiguration(limits -> limits.apiCallTimeout(SOON)))
                            .metadata()
                            .get(TraceParent.NAME))
                    .flatMap(TraceParent::parse);
        } catch (SdkException e) {
            LOG.log(Level.DEBUG, "no trace of {0}: {1}", key, e.getMessage());
            return Optional.empty();
        }
    }
}
