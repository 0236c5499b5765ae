package dev.sightline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.visual.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Presigning needs no network. */
class S3ImageStorePresignTest {

    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"));

    private final S3Client s3 = S3Client.builder()
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    private final S3Presigner presigner = S3Presigner.builder()
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(CREDENTIALS)
            .build();
    private static final TraceParent TRACE =
            new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", "01");

    private final S3ImageStore store = new S3ImageStore(s3, presigner, "images");

    @AfterEach
    void close() {
        presigner.close();
        s3.close();
    }

    @Test
    void presignUpload_grant_signsTypeLengthConditionAndTraceAndNothingElse() {
        assertThat(grant("a.png").url().getQuery())
                .contains("X-Amz-SignedHeaders=content-length;content-type;host;if-none-match;x-amz-meta-traceparent&")
                .contains("X-Amz-Expires=300&");
    }

    @Test
    void presignUpload_grant_namesOnlyTheHeadersThatAClientSets() {
        assertThat(grant("a.png").headers())
                .containsOnly(
                        Map.entry("content-type", "image/png"),
                        Map.entry("if-none-match", "*"),
                        Map.entry("x-amz-meta-traceparent", TRACE.text()));
    }

    @Test
    void presignUpload_keyWithSpecialCharacters_isEncodedOnceInThePath() {
        assertThat(grant("u p/a+é:1.png").url().getRawPath()).isEqualTo("/u%20p/a%2B%C3%A9%3A1.png");
    }

    @Test
    void presignUpload_validFor_expiresThen() {
        assertThat(grant("a.png").expiresAt())
                .isCloseTo(Instant.now().plus(Duration.ofMinutes(5)), within(30, ChronoUnit.SECONDS));
    }

    private PresignedUpload grant(String key) {
        return store.presignUpload(new UploadGrant(key, "image/png", 5, Duration.ofMinutes(5), TRACE));
    }
}
