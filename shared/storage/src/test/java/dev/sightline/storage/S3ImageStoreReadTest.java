package dev.sightline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** How reading copes with what only a bad line or a huge object brings. */
class S3ImageStoreReadTest {

    @Test
    void read_contentEndsEarly_isUnavailable() {
        assertFails(10, InputStream.nullInputStream(), ErrorCode.STORAGE_UNAVAILABLE, "expected 10 bytes, got 0");
    }

    @Test
    void read_lineBreaks_isUnavailable() {
        assertFails(10, new Unreadable(), ErrorCode.STORAGE_UNAVAILABLE, "line broke");
    }

    @Test
    void read_objectAboveTheLimit_isRefusedUnread() {
        assertFails(101, new Unreadable(), ErrorCode.TOO_MANY_BYTES, "expected at most 100 bytes, got 101");
    }

    private static void assertFails(long declared, InputStream content, ErrorCode code, String message) {
        try (S3Client s3 = new ScriptedS3(declared, content);
                S3Presigner unused =
                        S3Presigner.builder().region(Region.EU_CENTRAL_1).build()) {
            assertThatExceptionOfType(SightlineException.class)
                    .isThrownBy(() -> new S3ImageStore(s3, unused, "images").read("a.png", 100))
                    .withMessageContainingAll("a.png", message)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(code));
        }
    }

    /** Answers every read with the same content, and declares its length. */
    private record ScriptedS3(long declared, InputStream content) implements S3Client {

        @Override
        public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
            GetObjectResponse response = GetObjectResponse.builder()
                    .contentLength(declared)
                    .eTag("\"etag\"")
                    .build();
            try {
                return transformer.transform(response, AbortableInputStream.create(content));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    private static final class Unreadable extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("line broke");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }
}
