package dev.sightline.local.upload;

import dev.sightline.events.OutputNames;
import dev.sightline.local.ask.ContentTypes;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.upload.UploadOutcome.NotUploaded;
import dev.sightline.local.upload.UploadOutcome.Uploaded;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts files into the bucket of images, several at a time. A file that cannot be put does not stop the others. */
public final class Uploader {

    private static final int PARALLEL = 8;

    private final S3Client s3;
    private final String bucket;
    private final Clock clock;

    public Uploader(S3Client s3, RunningSystem system, Clock clock) {
        this.s3 = s3;
        this.bucket = system.output(OutputNames.IMAGES_BUCKET);
        this.clock = clock;
    }

    /** Starts to upload the files, each to its key; returns at once. */
    public RunningUpload start(Map<String, LabelledFile> filesByKey) {
        ExecutorService executor =
                Executors.newFixedThreadPool(PARALLEL, Thread.ofVirtual().factory());
        List<Future<UploadOutcome>> puts = filesByKey.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .<Future<UploadOutcome>>map(entry -> executor.submit(() -> put(entry.getKey(), entry.getValue())))
                .toList();
        // Ends its threads once all is done; does not wait for that.
        executor.shutdown();
        return new RunningUpload(puts);
    }

    private UploadOutcome put(String key, LabelledFile file) {
        // What the registry says of it is stored in milliseconds.
        Instant sentAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            s3.putObject(
                    request -> request.bucket(bucket).key(key).contentType(ContentTypes.of(file.path())), file.path());
            return new Uploaded(file.path(), key, sentAt);
        } catch (SdkException | UncheckedIOException e) {
            return new NotUploaded(file.path(), key, String.valueOf(e.getMessage()));
        }
    }
}
