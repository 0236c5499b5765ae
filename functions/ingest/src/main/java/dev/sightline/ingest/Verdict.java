package dev.sightline.ingest;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.IndexEvent;
import dev.sightline.events.SourceVersion;

/** What is to happen with a change of the bucket. */
sealed interface Verdict {

    SourceVersion source();

    /** The worker is to look at it. */
    record Analyze(AnalysisRequested request) implements Verdict {
        @Override
        public SourceVersion source() {
            return request.source();
        }
    }

    /** The indexer is to know; there is nothing to analyze. */
    record Report(IndexEvent event) implements Verdict {
        @Override
        public SourceVersion source() {
            return event.source();
        }
    }

    /** Nothing is to happen; {@code why} is for the log. */
    record Drop(SourceVersion source, String why) implements Verdict {}
}
