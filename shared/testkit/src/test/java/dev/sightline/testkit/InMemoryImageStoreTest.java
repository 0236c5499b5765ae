package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.storage.ImageStore;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import org.junit.jupiter.api.Test;

class InMemoryImageStoreTest extends ImageStoreContract {

    private final InMemoryImageStore store = new InMemoryImageStore();

    @Override
    protected ImageStore store() {
        return store;
    }

    @Override
    protected String put(String key, byte[] bytes) {
        return store.put(key, bytes);
    }

    @Override
    protected void remove(String key) {
        store.remove(key);
    }

    @Test
    void read_unavailable_failsUntilAvailableAgain() {
        store.becomeUnavailable();
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> store.read("a", 1))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
        store.becomeAvailable();
        assertThat(store.read("a", 1)).isEmpty();
    }
}
