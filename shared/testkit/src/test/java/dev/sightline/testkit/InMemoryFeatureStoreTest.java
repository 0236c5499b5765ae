package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.events.FeatureRecord;
import dev.sightline.storage.FeatureStore;
import dev.sightline.visual.SightlineException;
import org.junit.jupiter.api.Test;

class InMemoryFeatureStoreTest extends FeatureStoreContract {

    private final InMemoryFeatureStore store = new InMemoryFeatureStore();

    @Override
    protected FeatureStore store() {
        return store;
    }

    @Test
    void save_unavailable_failsAndKeepsNothing() {
        FeatureRecord features = Fixtures.aFeatureRecord().build();
        store.becomeUnavailable();
        assertThatExceptionOfType(SightlineException.class).isThrownBy(() -> store.save(features));
        store.becomeAvailable();
        assertThat(store.keys()).isEmpty();
        store.save(features);
        assertThat(store.keys()).containsExactly(features.key());
    }
}
