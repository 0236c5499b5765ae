package dev.sightline.blender;

import dev.sightline.blender.blend.BlendedQuery;
import dev.sightline.blender.blend.CandidateBlender;
import dev.sightline.blender.rank.AnswerLog;
import dev.sightline.blender.rank.PoolRanking;
import dev.sightline.blender.rank.RankedQuery;
import dev.sightline.blender.rank.RankingRequest;
import dev.sightline.blender.receive.VisualQuery;
import dev.sightline.blender.respond.Answer;
import dev.sightline.blender.respond.AnswerMetrics;
import dev.sightline.blender.respond.AnswerSpans;
import dev.sightline.blender.respond.AnswerWriter;
import dev.sightline.blender.search.CandidateSearch;
import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.blender.staging.Keeping;
import dev.sightline.blender.staging.QueryKeeper;
import dev.sightline.blender.understand.BoundedWork;
import dev.sightline.blender.understand.QueryContext;
import dev.sightline.blender.understand.QueryUnderstanding;
import dev.sightline.blender.understand.TimeBudget;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.index.VisualSearcher;
import dev.sightline.policy.Policies;
import dev.sightline.visual.AccessScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The way of a visual query through the stages. All of them see one view of the index, whatever is served meanwhile. */
final class VisualDiscovery {

    private final VisualSearcher searcher;
    private final Policies policies;
    private final Stages stages;
    private final Telling telling;
    private final Clock clock;
    private final CandidateBlender blender = new CandidateBlender();
    private final AnswerWriter writer = new AnswerWriter();

    VisualDiscovery(VisualSearcher searcher, Policies policies, Stages stages, Telling telling, Clock clock) {
        this.searcher = searcher;
        this.policies = policies;
        this.stages = stages;
        this.telling = telling;
        this.clock = clock;
    }

    /** The stages that need something of the surroundings, and what keeps photos and crops for later queries while the search runs. */
    record Stages(
            QueryUnderstanding understanding,
            CandidateSearch search,
            QueryKeeper keeper,
            Duration budget,
            Ordering ordering) {}

    /** What tells of an answer that is ready. */
    record Telling(AnswerMetrics metrics, AnswerSpans spans) {}

    /** The stage that orders Related Pins, and what logs the order. */
    record Ordering(PoolRanking ranking, AnswerLog log) {}

    /** A query that is understood, with all that is needed to search. */
    private record Ready(QueryContext context, UnderstoodQuery understood) {}

    Answer answer(VisualQuery query, String requestId, AccessScope scope) {
        Instant start = clock.instant();
        TimeBudget budget = TimeBudget.start(stages.budget(), System::nanoTime);
        Ready ready = BoundedWork.within(budget, () -> understand(query, budget, scope));
        Instant understood = clock.instant();
        Keeping keeping = stages.keeper().keep(ready.understood().keepsake(), scope);
        SearchedQuery searched = stages.search().search(ready.understood(), ready.context());
        Instant searchEnd = clock.instant();
        BlendedQuery blended = blender.blend(searched);
        @Nullable String notKept = keeping.whyNoPhoto().orElse(null);
        RankedQuery ranked = rank(blended, ready.context(), requestId);
        Instant end = clock.instant();
        Answer answer = writer.respond(ranked, notKept, requestId, Duration.between(start, end));
        telling.metrics().answered(searched, answer);
        telling.spans().answered(searched, new AnswerSpans.Times(start, understood, searchEnd, end));
        return answer;
    }

    private RankedQuery rank(BlendedQuery blended, QueryContext context, String requestId) {
        RankingRequest request = new RankingRequest(context, requestId);
        RankedQuery ranked = stages.ordering().ranking().rank(blended, request);
        stages.ordering().log().log(ranked, request);
        return ranked;
    }

    private Ready understand(VisualQuery query, TimeBudget budget, AccessScope scope) {
        QueryContext context = new QueryContext(searcher.open(scope), policies.current(), budget, query.userHash());
        return new Ready(context, stages.understanding().understand(query, context));
    }
}
