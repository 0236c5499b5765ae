package dev.sightline.local.operate;

import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.storage.BucketObject;
import dev.sightline.visual.ErrorCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in what the bucket and the registry differ about one key, at the moment they were read. */
final class KeyJudge {

    private KeyJudge() {}

    static Optional<DifferenceKind> judge(KnownKey known) {
        BucketObject object = known.object();
        Source source = known.source();
        if (isNoImage(known.key())) {
            return Optional.empty();
        }
        if (object == null) {
            return Optional.ofNullable(withoutObject(source));
        }
        return source == null ? Optional.of(DifferenceKind.UNKNOWN_OBJECT) : Optional.ofNullable(both(object, source));
    }

    /** Folder markers: ingest passes over them too. */
    static boolean isNoImage(String key) {
        return key.endsWith("/");
    }

    private static @Nullable DifferenceKind withoutObject(@Nullable Source source) {
        return source == null || source.state() == SourceState.REMOVED ? null : DifferenceKind.LOST_OBJECT;
    }

    private static @Nullable DifferenceKind both(BucketObject object, Source source) {
        if (source.state() == SourceState.REMOVED) {
            return DifferenceKind.REMOVED_SOURCE;
        }
        if (!sameContent(object, source)) {
            return DifferenceKind.OTHER_CONTENT;
        }
        return switch (source.state()) {
            case PENDING -> DifferenceKind.STUCK_PENDING;
            case FAILED -> DifferenceKind.FAILED_SOURCE;
            case INDEXED, REJECTED, REMOVED -> null;
        };
    }

    private static boolean sameContent(BucketObject object, Source source) {
        if (source.reason() == ErrorCode.EMPTY_IMAGE) {
            return object.size() == 0;
        }
        return source.etag().equals(object.etag()) || isRefusalOf(object, source);
    }

    /** What ingest refuses unseen has no ETag on record: there the moment decides. */
    private static boolean isRefusalOf(BucketObject object, Source source) {
        return source.etag().isEmpty()
                && source.reason() == ErrorCode.TOO_MANY_BYTES
                && !source.changedAt().isBefore(object.lastModified());
    }
}
