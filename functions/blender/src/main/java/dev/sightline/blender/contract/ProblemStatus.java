package dev.sightline.blender.contract;

import dev.sightline.blender.problem.Problem;
import dev.sightline.visual.AccessKey;
import dev.sightline.visual.ErrorCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The statuses of errors, and the codes that go with them: those of Sightline, and those of HTTP itself. */
enum ProblemStatus {
    BAD_REQUEST(400, "The request does not have the documented form", "bad-request"),
    UNAUTHENTICATED(401, "No key came in " + AccessKey.HEADER + ", or one that is not in force"),
    FORBIDDEN(403, "The key's role does not allow this operation"),
    NOT_FOUND(404, "There is no such thing, or it is not searchable now"),
    METHOD_NOT_ALLOWED(405, "The path has other operations", "method-not-allowed"),
    NOT_ACCEPTABLE(406, "The answer cannot be written in a media type that the request accepts", "not-acceptable"),
    CONFLICT(409, "The first request with this idempotency key is not answered yet: ask again after Retry-After"),
    GONE(
            410,
            "The photo of the earlier query is no longer kept, or the cursor is too old: ask with the photo, or begin the list, again"),
    PRECONDITION_FAILED(412, "What the change is based on is no longer what is stored: read again"),
    CONTENT_TOO_LARGE(
            413,
            "The body or the image has too many bytes; photos beyond the limit go through POST /v1/queries",
            "request-entity-too-large"),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body has a media type that is not taken, or is no image that can be decoded",
            "unsupported-media-type"),
    UNPROCESSABLE_CONTENT(422, "The image or the idempotency key cannot be used: the code says why"),
    TOO_MANY_REQUESTS(429, "More requests than agreed: ask again later", "too-many-requests"),
    DEFECT(500, "An error of Sightline itself; the requestId finds it in the logs"),
    UNAVAILABLE(503, "Something that the answer needs is not there for now: ask again after Retry-After"),
    TIMEOUT(504, "The answer took too long for the gateway", "gateway-timeout");

    private static final String EXAMPLE_REQUEST = "3f6c1f8e-5a6b-4c7d-8e9f-0a1b2c3d4e5f";

    private final int status;
    private final String description;
    private final String ofHttp;

    ProblemStatus(int status, String description) {
        this(status, description, "");
    }

    ProblemStatus(int status, String description, String ofHttp) {
        this.status = status;
        this.description = description;
        this.ofHttp = ofHttp;
    }

    /** The problem of an HTTP status. */
    static ProblemStatus of(int status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status == status)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("expected a status of a problem, got " + status));
    }

    /** The name of its response among the components of the document. */
    String component() {
        StringBuilder name = new StringBuilder();
        for (String word : name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    String description() {
        return description;
    }

    /** The stable codes, in alphabetical order. */
    Collection<String> codes() {
        TreeSet<String> codes = new TreeSet<>();
        if (!ofHttp.isEmpty()) {
            codes.add(ofHttp);
        }
        Arrays.stream(ErrorCode.values())
                .filter(code -> code.httpStatus() == status)
                .map(ErrorCode::slug)
                .forEach(codes::add);
        return codes;
    }

    boolean saysWhenToRetry() {
        return this == CONFLICT || this == UNAVAILABLE || this == TOO_MANY_REQUESTS;
    }

    Map<String, Object> example() {
        return Problem.fields(codes().iterator().next(), status, description, EXAMPLE_REQUEST);
    }
}
