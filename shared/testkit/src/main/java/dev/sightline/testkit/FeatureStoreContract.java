package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.FeatureRecord;
import dev.sightline.storage.FeatureStore;
import dev.sightline.visual.ModelSetId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link FeatureStore} does. */
public abstract class FeatureStoreContract {

    private static final ModelSetId MODEL_SET = Fixtures.aModelSet().id();

    /** The store, empty before each test. */
    protected abstract FeatureStore store();

    @Test
    void find_savedRecord_isExactlyWhatWasSaved() {
        FeatureRecord saved = Fixtures.aFeatureRecord().build();
        store().save(saved);
        assertThat(store().find(MODEL_SET, saved.signature())).contains(saved);
    }

    @Test
    void find_recordWithManyObjects_isExactlyWhatWasSaved() {
        AnalyzedObject[] objects = IntStream.range(0, 100)
                .mapToObj(n -> Fixtures.anObject("chaise é", n))
                .toArray(AnalyzedObject[]::new);
        FeatureRecord saved = Fixtures.aFeatureRecord().withObjects(objects).build();
        store().save(saved);
        assertThat(store().find(MODEL_SET, saved.signature())).contains(saved);
    }

    @Test
    void find_unknownImage_isEmpty() {
        store().save(Fixtures.aFeatureRecord().build());
        assertThat(store().find(MODEL_SET, Fixtures.aSignature(99))).isEmpty();
    }

    @Test
    void find_otherModelSet_isEmpty() {
        FeatureRecord saved = Fixtures.aFeatureRecord().build();
        store().save(saved);
        assertThat(store().find(Fixtures.aModelSet("2").id(), saved.signature()))
                .isEmpty();
    }

    @Test
    void save_again_replacesTheRecord() {
        FeatureRecord second = Fixtures.aFeatureRecord().withObjects().build();
        store().save(Fixtures.aFeatureRecord().build());
        store().save(second);
        store().save(second);
        assertThat(store().find(MODEL_SET, second.signature())).contains(second);
    }
}
