package dev.sightline.blender.staging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.staging.Keepsake.NewPhoto;
import dev.sightline.blender.staging.Keepsake.SeenCrop;
import dev.sightline.storage.ImageCrop;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryStagedQueries;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.QueryId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class QueryKeeperTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final QueryId ID = QueryId.of(Fixtures.NOW, new byte[16]);
    private static final NewPhoto PHOTO =
            new NewPhoto(ID, new byte[] {1, 2}, Fixtures.aFeatureRecord().build());
    private static final SeenCrop CROP = new SeenCrop(
            new ImageCrop(Fixtures.aSignature(1), NormalizedBox.FULL),
            Fixtures.anImageAnalysis().build());

    private final InMemoryStagedQueries staged = new InMemoryStagedQueries();

    @Test
    void keep_photo_isStoredWithWhatWasSeen() {
        assertThat(keep(PHOTO, LONG).whyNoPhoto()).isEmpty();

        assertThat(staged.pixels(ID)).isPresent();
        assertThat(staged.features(ID)).contains(PHOTO.features());
    }

    @Test
    void keep_nothing_isDoneAtOnce() {
        assertThat(new QueryKeeper(staged, Duration.ZERO)
                        .keep(null, AccessScope.ALL)
                        .whyNoPhoto())
                .isEmpty();
    }

    @Test
    void keep_whileTheStoreHangs_returnsAtOnceAndGivesUpAfterTheGrace() {
        CountDownLatch gate = new CountDownLatch(1);
        staged.saveAfter(gate);

        Keeping keeping = keep(PHOTO, Duration.ofMillis(1));

        assertThat(keeping.whyNoPhoto())
                .hasValueSatisfying(reason -> assertThat(reason).contains("within 1 ms after the search"));
        gate.countDown();
    }

    @Test
    void keep_whileTheStoreHangs_endsWhenItDoes() {
        CountDownLatch gate = new CountDownLatch(1);
        staged.saveAfter(gate);

        Keeping keeping = keep(PHOTO, LONG);
        gate.countDown();

        assertThat(keeping.whyNoPhoto()).isEmpty();
        assertThat(staged.pixels(ID)).isPresent();
    }

    @Test
    void keep_unavailable_saysSoOfAPhotoOnly() {
        staged.becomeUnavailable();

        assertThat(keep(PHOTO, LONG).whyNoPhoto()).contains("it could not be stored");
        assertThat(keep(CROP, LONG).whyNoPhoto()).isEmpty();
    }

    private Keeping keep(Keepsake keepsake, Duration grace) {
        return new QueryKeeper(staged, grace).keep(keepsake, AccessScope.ALL);
    }
}
