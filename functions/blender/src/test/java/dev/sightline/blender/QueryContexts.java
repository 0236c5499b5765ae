package dev.sightline.blender;

import dev.sightline.blender.understand.QueryContext;
import dev.sightline.blender.understand.TimeBudget;
import dev.sightline.index.SearchView;
import java.time.Duration;

/** Contexts of queries that have all the time they want. */
public final class QueryContexts {

    private QueryContexts() {}

    /** A view under the standard policy. */
    public static QueryContext of(SearchView view) {
        return new QueryContext(view, PatientPolicy.policy(), TimeBudget.start(Duration.ofHours(1), System::nanoTime));
    }
}
