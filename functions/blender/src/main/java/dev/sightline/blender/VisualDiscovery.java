package dev.sightline.blender;

import dev.sightline.blender.blend.BlendedQuery;
import dev.sightline.blender.blend.CandidateBlender;
import dev.sightline.blender.receive.VisualQuery;
import dev.sightline.blender.respond.Answer;
import dev.sightline.blender.respond.AnswerWriter;
import dev.sightline.blender.search.CandidateSearch;
import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.blender.understand.QueryContext;
import dev.sightline.blender.understand.QueryUnderstanding;
import dev.sightline.blender.understand.TimeBudget;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.index.VisualSearcher;
import dev.sightline.policy.Policies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The way of a visual query through the stages. All of them see one view of the index, whatever is served meanwhile. */
final class VisualDiscovery {

    private static final Duration BUDGET = Duration.ofSeconds(25);

    private final VisualSearcher searcher;
    private final Policies policies;
    private final QueryUnderstanding understanding;
    private final CandidateSearch search;
    private final Clock clock;
    private final CandidateBlender blender = new CandidateBlender();
    private final AnswerWriter writer = new AnswerWriter();

    VisualDiscovery(
            VisualSearcher searcher,
            Policies policies,
            QueryUnderstanding understanding,
            CandidateSearch search,
            Clock clock) {
        this.searcher = searcher;
        this.policies = policies;
        this.understanding = understanding;
        this.search = search;
        this.clock = clock;
    }

    Answer answer(VisualQuery query, String requestId) {
        Instant start = clock.instant();
        QueryContext context =
                new QueryContext(searcher.open(), policies.current(), TimeBudget.start(BUDGET, System::nanoTime));
        UnderstoodQuery understood = understanding.understand(query, context);
        SearchedQuery searched = search.search(understood, context);
        BlendedQuery blended = blender.blend(searched);
        return writer.respond(blended, requestId, Duration.between(start, clock.instant()));
    }
}
