package dev.sightline.histories;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.SourceRegistry.Recording;
import dev.sightline.index.SourceState;
import dev.sightline.testkit.InMemorySourceRegistry;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** One rule each that the pipeline must not break, broken. */
enum BrokenRules implements Rules {
    /** As if the shorter sequencer were not padded on the right: then the numbers are compared. */
    SEQUENCERS_UNPADDED {
        @Override
        public String sequencer(String ofTheBucket) {
            return "0".repeat(DIGITS - ofTheBucket.length()) + ofTheBucket;
        }
    },

    /** As if sources were read before the write only: the second look shows what the first has shown. */
    NO_LOOK_AFTER_THE_WRITE {
        @Override
        public SourceRegistry registryOfOneInstance(SourceRegistry registry) {
            AtomicReference<Object> first = new AtomicReference<>();
            return Interception.of(SourceRegistry.class, registry, "liveSources", call -> {
                first.compareAndSet(null, first.get() == null ? Interception.proceed(call) : null);
                return first.get();
            });
        }
    },

    /** As if a deleted key left no trace. */
    NO_TOMBSTONES {
        @Override
        public SourceRegistry registry(InMemorySourceRegistry registry) {
            return Interception.of(SourceRegistry.class, registry, "record", call -> {
                Recording recording = (Recording) Interception.proceed(call);
                if (recording.source().state() == SourceState.REMOVED) {
                    registry.forget(recording.source().id());
                }
                return recording;
            });
        }
    },

    /** As if a message were deleted although the index refused its image. */
    REFUSED_ITEM_ACKNOWLEDGED {
        @Override
        public ImageIndex index(ImageIndex index) {
            return Interception.of(ImageIndex.class, index, "write", call -> {
                Interception.proceed(call);
                return Map.of();
            });
        }
    };

    private static final int DIGITS = 12;
}
