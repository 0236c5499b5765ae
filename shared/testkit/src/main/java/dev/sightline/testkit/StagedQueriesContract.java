package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.storage.ImageCrop;
import dev.sightline.storage.PhotoGrant;
import dev.sightline.storage.PresignedUpload;
import dev.sightline.storage.StagedQueries;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ImageCollection;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.QueryId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link StagedQueries} does. */
public abstract class StagedQueriesContract {

    private static final ModelSetId MODEL_SET = Fixtures.aModelSet().id();
    private static final QueryId QUERY = query(1);
    private static final QueryId OTHER_QUERY = query(2);
    private static final ImageCrop CROP = crop(1, 0.25);
    private static final PhotoGrant GRANT = new PhotoGrant("image/png", 5, Duration.ofMinutes(5), Fixtures.TRACE);
    private static final ImageAnalysis ANALYSIS =
            Fixtures.anImageAnalysis().withObjects().build();

    /** What is kept, nothing before each test. */
    protected abstract StagedQueries queries();

    @Test
    void pixels_saved_areByteForByteThose() {
        byte[] all = new byte[1 << 20];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        queries().savePixels(QUERY, all);
        queries().savePixels(QUERY, all);

        assertThat(queries().pixels(QUERY))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(all));
    }

    @Test
    void pixels_ofAnotherQuery_areEmpty() {
        queries().savePixels(QUERY, new byte[] {1});

        assertThat(queries().pixels(OTHER_QUERY)).isEmpty();
        assertThat(queries().features(QUERY)).isEmpty();
    }

    @Test
    void presignPixels_grant_isAPutOfThatTypeThatReplacesNothing() {
        PresignedUpload upload = queries().presignPixels(QUERY, GRANT);

        assertThat(upload.method()).isEqualTo("PUT");
        assertThat(upload.headers()).containsEntry("content-type", "image/png").containsEntry("if-none-match", "*");
        assertThat(upload.url().toString()).contains(QUERY.value());
        assertThat(queries().pixels(QUERY)).isEmpty();
    }

    @Test
    void within_aCollection_isAStoreOfItsOwn() {
        StagedQueries spring = queries().within(AccessScope.of(new ImageCollection("spring")));
        StagedQueries autumn = queries().within(AccessScope.of(new ImageCollection("autumn")));
        spring.savePixels(QUERY, new byte[] {1});
        spring.saveFeatures(QUERY, Fixtures.aFeatureRecord().build());

        assertThat(queries()
                        .within(AccessScope.of(new ImageCollection("spring")))
                        .pixels(QUERY))
                .isPresent();
        for (StagedQueries other : List.of(autumn, queries(), queries().within(AccessScope.ALL))) {
            assertThat(other.pixels(QUERY)).isEmpty();
            assertThat(other.features(QUERY)).isEmpty();
        }
    }

    @Test
    void features_saved_areExactlyThose() {
        FeatureRecord saved = Fixtures.aFeatureRecord().build();
        queries().saveFeatures(QUERY, saved);

        assertThat(queries().features(QUERY)).contains(saved);
        assertThat(queries().features(OTHER_QUERY)).isEmpty();
        assertThat(queries().pixels(QUERY)).isEmpty();
    }

    @Test
    void saveFeatures_ofAnotherModelSet_replacesThem() {
        FeatureRecord first = Fixtures.aFeatureRecord().build();
        FeatureRecord second = new FeatureRecord(
                first.signature(),
                Fixtures.anImageAnalysis().withModelSet(Fixtures.aModelSet("2")).build(),
                Fixtures.NOW);
        queries().saveFeatures(QUERY, first);
        queries().saveFeatures(QUERY, second);

        assertThat(queries().features(QUERY)).contains(second);
    }

    @Test
    void recall_rememberedCrop_isExactlyThat() {
        queries().remember(CROP, ANALYSIS);
        queries().remember(CROP, ANALYSIS);

        assertThat(queries().recall(CROP, MODEL_SET)).contains(ANALYSIS);
    }

    @Test
    void recall_anythingElse_isEmpty() {
        queries().remember(CROP, ANALYSIS);

        assertThat(queries().recall(crop(2, 0.25), MODEL_SET)).as("image").isEmpty();
        assertThat(queries().recall(crop(1, 0.26), MODEL_SET)).as("box").isEmpty();
        assertThat(queries().recall(CROP, Fixtures.aModelSet("2").id()))
                .as("model set")
                .isEmpty();
    }

    @Test
    void remember_twoModelSets_keepsBoth() {
        ImageAnalysis other =
                Fixtures.anImageAnalysis().withModelSet(Fixtures.aModelSet("2")).build();
        queries().remember(CROP, ANALYSIS);
        queries().remember(CROP, other);

        assertThat(queries().recall(CROP, MODEL_SET)).contains(ANALYSIS);
        assertThat(queries().recall(CROP, other.modelSet().id())).contains(other);
    }

    private static QueryId query(int seed) {
        return QueryId.of(Fixtures.NOW, new byte[] {(byte) seed, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    }

    private static ImageCrop crop(long seed, double x) {
        return new ImageCrop(Fixtures.aSignature(seed), new NormalizedBox(x, 0.25, 0.5, 0.5));
    }
}
