package dev.sightline.events;

/** Everything that can happen to a source; each says of which version of which S3 key it speaks. */
public sealed interface IndexEvent extends IndexMessage
        permits ImageAnalyzed, ImageRejected, AnalysisFailed, ImageRemoved {

    /** The key and its version. */
    SourceVersion source();
}
