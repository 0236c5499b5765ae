package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.storage.ThumbnailStore;
import dev.sightline.visual.ImageSignature;
import org.junit.jupiter.api.Test;

/** What every {@link ThumbnailStore} does. */
public abstract class ThumbnailStoreContract {

    private static final ImageSignature IMAGE = Fixtures.aSignature(1);
    private static final byte[] BYTES = {(byte) 0xFF, (byte) 0xD8, 0, 1, (byte) 0x80};

    /** The store, empty before each test. */
    protected abstract ThumbnailStore store();

    @Test
    void find_ofImageWithoutOne_isEmpty() {
        store().save(Fixtures.aSignature(2), BYTES);

        assertThat(store().find(IMAGE)).isEmpty();
    }

    @Test
    void find_savedThumbnail_isByteForByteWhatWasSaved() {
        store().save(IMAGE, BYTES);

        assertThat(store().find(IMAGE))
                .hasValueSatisfying(jpeg -> assertThat(jpeg).isEqualTo(BYTES));
    }

    @Test
    void save_again_replacesIt() {
        store().save(IMAGE, new byte[] {1});
        store().save(IMAGE, BYTES);

        assertThat(store().find(IMAGE))
                .hasValueSatisfying(jpeg -> assertThat(jpeg).isEqualTo(BYTES));
    }
}
