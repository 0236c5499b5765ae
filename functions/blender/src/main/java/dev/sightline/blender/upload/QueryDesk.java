package dev.sightline.blender.upload;

import dev.sightline.storage.PhotoGrant;
import dev.sightline.storage.PresignedUpload;
import dev.sightline.storage.StagedQueries;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.QueryId;
import dev.sightline.visual.SightlineException;
import dev.sightline.visual.TraceParent;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Grants uploads of photos that are to be asked about and do not become images: those that are too large for a request of their own. */
public final class QueryDesk {

    private final StagedQueries staged;
    private final FileCheck check;
    private final Clock clock;
    private final RandomGenerator random;

    /** @param random makes the ids, so its values must not be guessed */
    public QueryDesk(StagedQueries staged, long maxImageBytes, Clock clock, RandomGenerator random) {
        this.staged = staged;
        this.check = new FileCheck(maxImageBytes);
        this.clock = clock;
        this.random = random;
    }

    /**
     * Grants one upload, which only those can ask about who see what the caller sees.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} or {@link ErrorCode#TOO_MANY_BYTES}
     */
    public QueryAnswer grant(QueryBody body, AccessScope scope, TraceParent trace) {
        PhotoGrant grant = new PhotoGrant(
                check.imageType(body.contentType()), check.size(body.bytes()), UploadDesk.VALID_FOR, trace);
        QueryId id = QueryId.random(clock.instant(), random);
        return answer(id, staged.within(scope).presignPixels(id, grant));
    }

    private QueryAnswer answer(QueryId id, PresignedUpload presigned) {
        return new QueryAnswer(
                id.value(),
                presigned.url(),
                presigned.method(),
                presigned.headers(),
                presigned.expiresAt(),
                check.maxBytes());
    }
}
