package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.FeatureRecord;
import dev.sightline.storage.FeatureStore;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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

    @Test
    void signatures_ofManyRecords_comeInPagesAndInOrder() {
        List<ImageSignature> saved =
                LongStream.range(0, 5).mapToObj(Fixtures::aSignature).sorted().toList();
        saved.forEach(signature ->
                store().save(Fixtures.aFeatureRecord().withSignature(signature).build()));
        store().announce(Fixtures.aModelSet());

        assertThat(store().signatures(MODEL_SET, null, 2)).isEqualTo(saved.subList(0, 2));
        assertThat(store().signatures(MODEL_SET, saved.get(1), 100)).isEqualTo(saved.subList(2, 5));
        assertThat(store().signatures(MODEL_SET, saved.get(4), 100)).isEmpty();
    }

    @Test
    void signatures_ofAnotherModelSet_areOthers() {
        store().save(Fixtures.aFeatureRecord().build());

        assertThat(store().signatures(Fixtures.aModelSet("2").id(), null, 10)).isEmpty();
    }

    @Test
    void modelSets_announcedTwice_areThereOnce() {
        ModelSet other = Fixtures.aModelSet("2");
        store().announce(Fixtures.aModelSet());
        store().announce(Fixtures.aModelSet());
        store().announce(other);

        assertThat(store().modelSets())
                .containsOnly(Map.entry(MODEL_SET, Fixtures.aModelSet()), Map.entry(other.id(), other));
    }

    @Test
    void modelSets_withRecordsOfOneThatWasNotAnnounced_lackIt() {
        store().save(Fixtures.aFeatureRecord().build());

        assertThat(store().modelSets()).isEmpty();
    }
}
