package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.storage.ImageCrop;
import dev.sightline.storage.S3StagedQueries;
import dev.sightline.storage.StagedQueries;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.QueryId;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3StagedQueriesIT extends StagedQueriesContract {

    private static final QueryId QUERY = QueryId.of(Fixtures.NOW, new byte[16]);
    private static final ImageCrop CROP = new ImageCrop(Fixtures.aSignature(1), new NormalizedBox(0.25, 0, 0.5, 0.125));
    private static final String CROP_KEY =
            "crops/%s/%s/256-0-768-128.json".formatted(Fixtures.aModelSet().id(), Fixtures.aSignature(1));

    private final TestBucket bucket = new TestBucket();
    private final S3StagedQueries queries = new S3StagedQueries(bucket.s3(), bucket.name());

    @Override
    protected StagedQueries queries() {
        return queries;
    }

    @AfterEach
    void removeBucket() {
        bucket.close();
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
        S3StagedQueries nowhere = new S3StagedQueries(bucket.s3(), LocalStack.uniqueName("missing"));
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> nowhere.pixels(QUERY))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DEFECT));
    }

    @Test
    void pixels_nothingListens_isUnavailable() {
        try (S3Client dead =
                S3Client.builder().endpointOverride(LocalStack.DEAD).build()) {
            S3StagedQueries nowhere = new S3StagedQueries(dead, bucket.name());
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
