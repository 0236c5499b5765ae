package dev.sightline.reconcile;

import dev.sightline.events.EngagementEvent;
import dev.sightline.index.IndexedImage;
import dev.sightline.testkit.Engagements;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryEngagementIndex;
import dev.sightline.testkit.InMemoryEngagementLog;
import dev.sightline.testkit.InMemoryRollUpStore;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.ImageSignature;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A log, an index with images 1, 2, 11 and 12, and what is rolled up. */
final class EngagementWorld {

    static final LocalDate TODAY = Engagements.TODAY;
    static final ImageSignature QUERY = Fixtures.aSignature(1);
    static final ImageSignature OTHER_QUERY = Fixtures.aSignature(2);
    static final ImageSignature RESULT = Fixtures.aSignature(11);
    static final ImageSignature OTHER_RESULT = Fixtures.aSignature(12);

    final InMemoryEngagementLog log = new InMemoryEngagementLog();
    final InMemoryRollUpStore rollUps = new InMemoryRollUpStore();
    final InMemoryVisualIndex images = new InMemoryVisualIndex();
    final InMemoryEngagementIndex view = new InMemoryEngagementIndex();
    final EngagementRollUp rollUp =
            new EngagementRollUp(log, rollUps, new IndexedImages(images, images.inventory()), view);

    EngagementWorld() {
        images.serve(images.open(Fixtures.aModelSet()));
        List.of(QUERY, OTHER_QUERY, RESULT, OTHER_RESULT).forEach(this::index);
    }

    void index(ImageSignature image) {
        images.write(List.of(new IndexedImage(
                Fixtures.aFeatureRecord().withSignature(image).build(), List.of("k.png"), Fixtures.NOW)));
    }

    /** As the indexer does. */
    void remove(ImageSignature image) {
        images.delete(Set.of(image));
        view.forget(Set.of(image));
    }

    void add(LocalDate day, String file, EngagementEvent... events) {
        log.addEvents(day, file, List.of(events));
    }
}
