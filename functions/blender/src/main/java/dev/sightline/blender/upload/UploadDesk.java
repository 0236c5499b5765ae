package dev.sightline.blender.upload;

import dev.sightline.events.SourceId;
import dev.sightline.storage.ImageStore;
import dev.sightline.storage.PresignedUpload;
import dev.sightline.storage.UploadGrant;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageCollection;
import dev.sightline.visual.SightlineException;
import dev.sightline.visual.TraceParent;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Grants uploads of one image each, under keys {@code uploads/<yyyy>/<mm>/<dd>/<random id>/<file name>}. */
public final class UploadDesk {

    static final Duration VALID_FOR = Duration.ofMinutes(15);

    static final String IMAGE_TYPE_FORM = "image/[a-z0-9][a-z0-9.+-]{0,63}";

    private static final Pattern IMAGE_TYPE = Pattern.compile(IMAGE_TYPE_FORM);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu/MM/dd").withZone(ZoneOffset.UTC);

    private final ImageStore store;
    private final long maxImageBytes;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public UploadDesk(ImageStore store, long maxImageBytes, Clock clock, Supplier<UUID> ids) {
        this.store = store;
        this.maxImageBytes = maxImageBytes;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Grants one upload into a collection. The object will name the trace in which it was granted.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} or {@link ErrorCode#TOO_MANY_BYTES}
     */
    public UploadAnswer grant(UploadBody body, ImageCollection home, TraceParent trace) {
        FileName name = FileName.sanitized(required("fileName", body.fileName()));
        String contentType = imageType(required("contentType", body.contentType()));
        long bytes = accepted(required("bytes", body.bytes()));
        String key =
                "%suploads/%s/%s/%s".formatted(home.keyPrefix(), DAY.format(clock.instant()), ids.get(), name.value());
        return answer(key, store.presignUpload(new UploadGrant(key, contentType, bytes, VALID_FOR, trace)));
    }

    private UploadAnswer answer(String key, PresignedUpload presigned) {
        return new UploadAnswer(
                SourceId.ofKey(key).value(),
                key,
                presigned.url(),
                presigned.method(),
                presigned.headers(),
                presigned.expiresAt(),
                maxImageBytes);
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null || value.equals("")) {
            throw invalid("expected %s, got none".formatted(name));
        }
        return value;
    }

    private static String imageType(String contentType) {
        if (!IMAGE_TYPE.matcher(contentType).matches()) {
            throw invalid("expected contentType image/<subtype>, got '%s'".formatted(contentType));
        }
        return contentType;
    }

    private long accepted(long bytes) {
        if (bytes < 1) {
            throw invalid("expected bytes >= 1, got " + bytes);
        }
        if (bytes > maxImageBytes) {
            throw new SightlineException(
                    ErrorCode.TOO_MANY_BYTES, "expected at most %d bytes, got %d".formatted(maxImageBytes, bytes));
        }
        return bytes;
    }

    private static SightlineException invalid(String message) {
        return new SightlineException(ErrorCode.INVALID_REQUEST, message);
    }
}
