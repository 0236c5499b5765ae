package dev.sightline.blender;

import dev.sightline.blender.blend.BlendedQuery;
import dev.sightline.blender.blend.CandidateBlender;
import dev.sightline.blender.receive.VisualQuery;
import dev.sightline.blender.respond.Answer;
import dev.sightline.blender.respond.AnswerWriter;
import dev.sightline.blender.search.CandidateSearch;
import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.blender.understand.QueryUnderstanding;
import dev.sightline.blender.understand.UnderstoodQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The way of a visual query through the stages. */
final class VisualDiscovery {

    private final QueryUnderstanding understanding;
    private final CandidateSearch search;
    private final Clock clock;
    private final CandidateBlender blender = new CandidateBlender();
    private final AnswerWriter writer = new AnswerWriter();

    VisualDiscovery(QueryUnderstanding understanding, CandidateSearch search, Clock clock) {
        this.understanding = understanding;
        this.search = search;
        this.clock = clock;
    }

    Answer answer(VisualQuery query, String requestId) {
        Instant start = clock.instant();
        UnderstoodQuery understood = understanding.understand(query);
        SearchedQuery searched = search.search(understood);
        BlendedQuery blended = blender.blend(searched);
        return writer.respond(blended, requestId, Duration.between(start, clock.instant()));
    }
}
