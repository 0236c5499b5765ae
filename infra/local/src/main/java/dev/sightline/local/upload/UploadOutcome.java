package dev.sightline.local.upload;

import dev.sightline.events.SourceId;
import java.nio.file.Path;
import java.time.Instant;

/** What became of one file. */
public sealed interface UploadOutcome {

    /** It is in the bucket; {@code sentAt} is from before it was sent. */
    record Uploaded(Path file, String key, Instant sentAt) implements UploadOutcome {
        SourceId id() {
            return SourceId.ofKey(key);
        }
    }

    /** It is not. */
    record NotUploaded(Path file, String key, String problem) implements UploadOutcome {}
}
