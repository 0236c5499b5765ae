package dev.sightline.blender.staging;

import dev.sightline.storage.StagedQueries;
import dev.sightline.visual.AccessScope;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Stores what queries leave behind, each on a thread of its own, so that no search waits for it. Safe for all threads. */
public final class QueryKeeper {

    private final StagedQueries staged;
    private final Duration grace;

    /** @param grace how much longer than its search an answer waits for the storing to end */
    public QueryKeeper(StagedQueries staged, Duration grace) {
        this.staged = staged;
        this.grace = grace;
    }

    /** Begins to store what a query leaves behind, where its asker can find it; null: nothing. */
    public Keeping keep(@Nullable Keepsake keepsake, AccessScope scope) {
        FutureTask<Void> task = new FutureTask<>(
                () -> {
                    if (keepsake != null) {
                        keepsake.storeIn(staged.within(scope));
                    }
                },
                null);
        if (keepsake == null) {
            task.run();
        } else {
            Thread.ofVirtual().name("keep-query").start(task);
        }
        return new Keeping(keepsake, task, grace);
    }
}
