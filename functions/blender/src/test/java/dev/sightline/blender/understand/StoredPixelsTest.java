package dev.sightline.blender.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.blender.Corpus;
import dev.sightline.events.Frame;
import dev.sightline.index.StoredImage;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryImageStore;
import dev.sightline.visual.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredPixelsTest {

    private static final StoredImage IMAGE = new StoredImage(
            Corpus.AT_0,
            Fixtures.aModelSet().id(),
            List.of("gone.png", "replaced.png", "live.png"),
            new Frame("png", 10, 10),
            List.of(),
            List.of(),
            Fixtures.anEmbedding(1).binary(),
            Fixtures.NOW);

    private final InMemoryImageStore store = new InMemoryImageStore();
    private final StoredPixels pixels = new StoredPixels(store, 1000);

    @Test
    void of_someKeysGoneOrReplaced_readsTheOneThatStillHoldsIt() {
        store.put("replaced.png", new byte[] {1});
        store.put("live.png", Corpus.PIXELS_AT_0);

        assertThat(pixels.of(IMAGE)).isEqualTo(Corpus.PIXELS_AT_0);
    }

    @Test
    void of_noKeyHoldsIt_isNotFound() {
        store.put("replaced.png", new byte[] {1});

        assertThatThrownBy(() -> pixels.of(IMAGE))
                .hasMessageContaining(Corpus.AT_0.hex())
                .extracting("code")
                .isEqualTo(ErrorCode.NOT_FOUND);
    }
}
