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

/** Grants uploads of one image each, under keys {@code uploads/<yyyy>/<mm>/<dd>/<random id>/<file name>}. */
public final class UploadDesk {

    static final Duration VALID_FOR = Duration.ofMinutes(15);

    static final String IMAGE_TYPE_FORM = "image/[a-z0-9][a-z0-9.+-]{0,63}";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu/MM/dd").withZone(ZoneOffset.UTC);

    private final ImageStore store;
    private final FileCheck check;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public UploadDesk(ImageStore store, long maxImageBytes, Clock clock, Supplier<UUID> ids) {
        this.store = store;
        this.check = new FileCheck(maxImageBytes);
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Grants one upload into a collection. The object will name the trace in which it was granted.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} or {@link ErrorCode#TOO_MANY_BYTES}
     */
    public UploadAnswer grant(UploadBody body, ImageCollection home, TraceParent trace) {
        FileName name = FileName.sanitized(FileCheck.required("fileName", body.fileName()));
        String contentType = check.imageType(body.contentType());
        long bytes = check.size(body.bytes());
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
                check.maxBytes());
    }
}
