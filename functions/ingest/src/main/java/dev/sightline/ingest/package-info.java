/**
 * The ingest function: turns changes of the images bucket into requests and reports.
 *
 * <p>Stages, each message alone until the last: <em>receive</em> ({@link dev.sightline.ingest.UploadReceiver}) reads a {@link
 * dev.sightline.ingest.BucketChange}; <em>check</em> ({@link dev.sightline.ingest.UploadCheck}) gives a {@link
 * dev.sightline.ingest.Verdict}; <em>order</em> ({@link dev.sightline.ingest.UploadOrder}) drops what a newer change has overtaken;
 * <em>request</em> ({@link dev.sightline.ingest.UploadRequests}) sends the whole batch. {@link dev.sightline.ingest.UploadIntake}
 * joins them, {@link dev.sightline.ingest.UploadHandler} is the entry point.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.ingest;
