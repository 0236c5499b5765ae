package dev.sightline.blender.search;

import dev.sightline.policy.CandidateSource;
import dev.sightline.visual.ErrorCode;
import java.time.Duration;
import java.util.List;

/** What became of one source for one focus. */
public sealed interface SourceOutcome {

    /** Which source. */
    CandidateSource source();

    /** How much the query speaks for this source, 0..1. */
    double confidence();

    /** It found these, best first. */
    record Found(CandidateSource source, double confidence, List<Candidate> candidates, Duration took)
            implements SourceOutcome {

        public Found {
            candidates = List.copyOf(candidates);
        }
    }

    /** It was not asked, for a reason in words with both numbers. */
    record NotTriggered(CandidateSource source, double confidence, String reason) implements SourceOutcome {}

    /** It did not answer within its budget. */
    record Late(CandidateSource source, double confidence, Duration budget) implements SourceOutcome {}

    /** It failed. */
    record Failed(CandidateSource source, double confidence, ErrorCode code) implements SourceOutcome {}
}
