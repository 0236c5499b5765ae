/**
 * The worker: takes analysis requests from the queue and answers query pixels over HTTP, with the same code and models.
 *
 * <p>Stages, each message by one thread from start to end: <em>download</em> ({@link dev.sightline.worker.ImageDownload}) reads the
 * object and drops a request that a newer upload has overtaken; <em>extract</em> ({@link dev.sightline.worker.FeatureExtraction})
 * finds the stored features of the signature, or decodes, analyzes and stores them; <em>publish</em> ({@link
 * dev.sightline.worker.ResultPublication}) tells the indexer. {@link dev.sightline.worker.AnalysisWork} joins them, {@link
 * dev.sightline.worker.QueueLoop} feeds them, {@link dev.sightline.worker.AnalyzeResource} is the way in over HTTP.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.worker;
