package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.storage.ImageCrop;
import dev.sightline.storage.PhotoGrant;
import dev.sightline.storage.PresignedUpload;
import dev.sightline.storage.S3StagedQueries;
import dev.sightline.storage.StagedQueries;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageCollection;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.QueryId;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class S3StagedQueriesIT extends StagedQueriesContract {

    private static final QueryId QUERY = QueryId.of(Fixtures.NOW, new byte[16]);
    private static final ImageCrop CROP = new ImageCrop(Fixtures.aSignature(1), new NormalizedBox(0.25, 0, 0.5, 0.125));
    private static final String CROP_KEY =
            "crops/%s/%s/256-0-768-128.json".formatted(Fixtures.aModelSet().id(), Fixtures.aSignature(1));

    private final TestBucket bucket = new TestBucket();
    private final S3Presigner presigner =
            S3Presigner.builder().s3Client(bucket.s3()).build();
    private final S3StagedQueries queries = new S3StagedQueries(bucket.s3(), presigner, bucket.name());

    @Override
    protected StagedQueries queries() {
        return queries;
    }

    @AfterEach
    void removeBucket() {
        presigner.close();
        bucket.close();
    }

    /** Once: who comes by the URL later changes nothing. */
    @Test
    void presignPixels_sentAsGranted_areThePixelsOfTheQuery() throws Exception {
        StagedQueries spring = queries.within(AccessScope.of(new ImageCollection("spring")));
        PhotoGrant grant = new PhotoGrant("image/png", 3, Duration.ofMinutes(5), Fixtures.TRACE);
        PresignedUpload upload = spring.presignPixels(QUERY, grant);

        assertThat(send(upload, new byte[] {1, 2, 3, 4})).isEqualTo(403);
        assertThat(spring.pixels(QUERY)).isEmpty();
        assertThat(send(upload, new byte[] {1, 2, 3})).isEqualTo(200);
        assertThat(send(upload, new byte[] {9, 9, 9})).isEqualTo(412);
        assertThat(spring.pixels(QUERY).orElseThrow()).containsExactly(1, 2, 3);
        assertThat(queries.pixels(QUERY)).as("of another collection").isEmpty();
    }

    private static int send(PresignedUpload upload, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(upload.url()).method(upload.method(), BodyPublishers.ofByteArray(body));
        upload.headers().forEach(request::setHeader);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void records_saved_areValidJsonUnderTheirKeys() {
        queries.saveFeatures(QUERY, Fixtures.aFeatureRecord().build());
        queries.remember(CROP, Fixtures.anImageAnalysis().build());

        EventSchemas.assertValid(json("queries/%s/features.json".formatted(QUERY)), FeatureRecord.class);
        EventSchemas.assertValid(json(CROP_KEY), ImageAnalysis.class);
    }

    @Test
    void records_inAFormThatIsNotRead_areEmpty() {
        bucket.put("queries/%s/features.json".formatted(QUERY), "{}".getBytes(StandardCharsets.UTF_8));
        bucket.put(CROP_KEY, "no JSON".getBytes(StandardCharsets.UTF_8));

        assertThat(queries.features(QUERY)).isEmpty();
        assertThat(queries.recall(CROP, Fixtures.aModelSet().id())).isEmpty();
    }

    @Test
    void pixels_noBucket_isADefect() {
        S3StagedQueries nowhere = new S3StagedQueries(bucket.s3(), presigner, LocalStack.uniqueName("missing"));
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> nowhere.pixels(QUERY))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DEFECT));
    }

    @Test
    void pixels_nothingListens_isUnavailable() {
        try (S3Client dead =
                S3Client.builder().endpointOverride(LocalStack.DEAD).build()) {
            S3StagedQueries nowhere = new S3StagedQueries(dead, presigner, bucket.name());
            assertThatExceptionOfType(SightlineException.class)
                    .isThrownBy(() -> nowhere.savePixels(QUERY, new byte[1]))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
        }
    }

    private String json(String key) {
        return bucket.s3()
                .getObjectAsBytes(request -> request.bucket(bucket.name()).key(key))
                .asUtf8String();
    }
}
