package dev.sightline.storage.wrong;

import dev.sightline.ingest.wrong.StageBefore;
import jakarta.inject.Inject;

final class InjectedStore {

    @Inject
    InjectedStore(StageBefore consumer) {
        consumer.next();
    }
}
