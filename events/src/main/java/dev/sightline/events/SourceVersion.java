package dev.sightline.events;

/**
 * One S3 key at one moment of its history.
 *
 * <p>{@code bucket} and {@code key} as S3 knows them, not encoded; {@code sequencer} orders the versions of the key.
 *
 * @throws IllegalArgumentException if bucket or key is empty
 */
public record SourceVersion(String bucket, String key, Sequencer sequencer) {

    public SourceVersion {
        if (bucket.isEmpty() || key.isEmpty()) {
            throw new IllegalArgumentException("expected a bucket and a key, got '%s' and '%s'".formatted(bucket, key));
        }
    }

    /** The id under which this key is known to clients and in the sources index. */
    public SourceId id() {
        return SourceId.ofKey(key);
    }
}
