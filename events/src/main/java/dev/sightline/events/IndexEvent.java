package dev.sightline.events;

/** Everything that the indexer acts on; each says of which version of which S3 key it speaks. */
public sealed interface IndexEvent permits ImageAnalyzed, ImageRejected, AnalysisFailed, ImageRemoved {

    /** The key and its version. */
    SourceVersion source();
}
