package dev.sightline.blender;

import dev.sightline.blender.blend.BlendedQuery;
import dev.sightline.blender.blend.CandidateBlender;
import dev.sightline.blender.receive.VisualQuery;
import dev.sightline.blender.respond.Answer;
import dev.sightline.blender.respond.AnswerWriter;
import dev.sightline.blender.search.CandidateSearch;
import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.blender.staging.Keeping;
import dev.sightline.blender.staging.QueryKeeper;
import dev.sightline.blender.understand.QueryContext;
import dev.sightline.blender.understand.QueryUnderstanding;
import dev.sightline.blender.understand.TimeBudget;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.index.VisualSearcher;
import dev.sightline.policy.Policies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The way of a visual query through the stages. All of them see one view of the index, whatever is served meanwhile. */
final class VisualDiscovery {

    private static final Duration BUDGET = Duration.ofSeconds(25);

    private final VisualSearcher searcher;
    private final Policies policies;
    private final Stages stages;
    private final Clock clock;
    private final CandidateBlender blender = new CandidateBlender();
    private final AnswerWriter writer = new AnswerWriter();

    VisualDiscovery(VisualSearcher searcher, Policies policies, Stages stages, Clock clock) {
        this.searcher = searcher;
        this.policies = policies;
        this.stages = stages;
        this.clock = clock;
    }

    /** The stages that need something of the surroundings, and what keeps photos and crops for later queries while the search runs. */
    record Stages(QueryUnderstanding understanding, CandidateSearch search, QueryKeeper keeper) {}

    Answer answer(VisualQuery query, String requestId) {
        Instant start = clock.instant();
        QueryContext context =
                new QueryContext(searcher.open(), policies.current(), TimeBudget.start(BUDGET, System::nanoTime));
        UnderstoodQuery understood = stages.understanding().understand(query, context);
        Keeping keeping = stages.keeper().keep(understood.keepsake());
        SearchedQuery searched = stages.search().search(understood, context);
        BlendedQuery blended = blender.blend(searched);
        @Nullable String notKept = keeping.whyNoPhoto().orElse(null);
        return writer.respond(blended, notKept, requestId, Duration.between(start, clock.instant()));
    }
}
