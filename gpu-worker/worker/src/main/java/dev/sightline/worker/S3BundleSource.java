package dev.sightline.worker;

import dev.sightline.inference.BundleSource;
import dev.sightline.storage.S3Failure;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Bundles under a prefix of a bucket: {@code s3://<bucket>/<prefix>/<bundle>/<file>}, with or without a prefix.
 *
 * <p>S3 answers a missing key with "forbidden" unless the caller may list the bucket: then a bundle without {@code binarizer.json} is a
 * {@code DEFECT} here.
 */
final class S3BundleSource implements BundleSource {

    private final S3Client s3;
    private final S3Address address;

    S3BundleSource(S3Client s3, S3Address address) {
        this.s3 = s3;
        this.address = address;
    }

    @Override
    public boolean copy(String bundle, String file, Path target) throws IOException {
        String key = address.key(bundle + "/" + file);
        try (ResponseInputStream<GetObjectResponse> content =
                s3.getObject(request -> request.bucket(address.bucket()).key(key))) {
            copy(content, target, key, content.response().contentLength());
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        } catch (SdkException e) {
            throw S3Failure.of("reading " + nameOf(bundle) + "/" + file, e);
        }
    }

    /** A connection that breaks looks like the end of the content. */
    private static void copy(InputStream content, Path target, String key, long expected) throws IOException {
        long bytes = Files.copy(content, target);
        if (bytes != expected) {
            throw new SightlineException(
                    ErrorCode.STORAGE_UNAVAILABLE, "%s: expected %d bytes, got %d".formatted(key, expected, bytes));
        }
    }

    @Override
    public String nameOf(String bundle) {
        return address.urlOf(bundle);
    }
}
