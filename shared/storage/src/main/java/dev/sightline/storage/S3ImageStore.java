package dev.sightline.storage;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import dev.sightline.visual.TraceParent;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * The images of one bucket. Keys go to S3 as they are. Safe for all threads.
 *
 * <p>S3 answers a missing key with "forbidden" unless the caller may list the bucket: then it is a {@code DEFECT} here.
 */
public final class S3ImageStore implements ImageStore {

    /** An upload makes an object and replaces none: who comes by its URL later can change nothing. */
    private static final String NOTHING_THERE = "*";

    private final S3Client s3;
    private final S3Presigner presigner;
    private final String bucket;

    public S3ImageStore(S3Client s3, S3Presigner presigner, String bucket) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public Optional<StoredFile> read(String key, long maxBytes) {
        try (ResponseInputStream<GetObjectResponse> content =
                s3.getObject(request -> request.bucket(bucket).key(key))) {
            requireAtMost(maxBytes, key, content);
            byte[] bytes = content.readAllBytes();
            requireAll(key, bytes, content.response());
            return Optional.of(
                    new StoredFile(bytes, withoutQuotes(content.response().eTag()), trace(content.response())));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw S3Failure.of("reading " + key, e);
        } catch (IOException e) {
            throw new SightlineException(ErrorCode.STORAGE_UNAVAILABLE, "reading " + key + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable TraceParent trace(GetObjectResponse object) {
        return Optional.ofNullable(object.metadata().get(TraceParent.NAME))
                .flatMap(TraceParent::parse)
                .orElse(null);
    }

    private static void requireAtMost(long maxBytes, String key, ResponseInputStream<GetObjectResponse> content) {
        long bytes = content.response().contentLength();
        if (bytes > maxBytes) {
            content.abort();
            throw new SightlineException(
                    ErrorCode.TOO_MANY_BYTES, "%s: expected at most %d bytes, got %d".formatted(key, maxBytes, bytes));
        }
    }

    /** A connection that breaks looks like the end of the content; taken as such, it would pass for a broken image. */
    private static void requireAll(String key, byte[] bytes, GetObjectResponse response) {
        if (bytes.length != response.contentLength()) {
            throw new SightlineException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "%s: expected %d bytes, got %d".formatted(key, response.contentLength(), bytes.length));
        }
    }

    @Override
    public Optional<String> etag(String key) {
        try {
            return Optional.of(withoutQuotes(
                    s3.headObject(request -> request.bucket(bucket).key(key)).eTag()));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw S3Failure.of("looking at " + key, e);
        }
    }

    /** The signature covers the content type and the number of bytes: S3 refuses an upload that differs in either. */
    @Override
    public PresignedUpload presignUpload(UploadGrant grant) {
        PutObjectRequest put = PutObjectRequest.builder()
                .bucket(bucket)
                .key(grant.key())
                .contentType(grant.contentType())
                .contentLength(grant.bytes())
                .ifNoneMatch(NOTHING_THERE)
                .metadata(Map.of(TraceParent.NAME, grant.trace().text()))
                .build();
        PresignedPutObjectRequest signed = presigner.presignPutObject(
                request -> request.signatureDuration(grant.validFor()).putObjectRequest(put));
        return new PresignedUpload(
                URI.create(signed.url().toString()),
                signed.httpRequest().method().name(),
                headersToSend(signed),
                signed.expiration());
    }

    @Override
    public URI presignDownload(DownloadGrant grant) {
        GetObjectRequest get = GetObjectRequest.builder()
                .bucket(bucket)
                .key(grant.key())
                .responseContentType(grant.contentType())
                .build();
        return URI.create(presigner
                .presignGetObject(
                        request -> request.signatureDuration(grant.validFor()).getObjectRequest(get))
                .url()
                .toString());
    }

    /** Without host and length, which every HTTP client sets itself and browsers let nobody else set. */
    private static Map<String, String> headersToSend(PresignedPutObjectRequest signed) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        signed.signedHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.remove("host");
        headers.remove("content-length");
        return headers;
    }

    private static String withoutQuotes(String etag) {
        return etag.replace("\"", "");
    }
}
