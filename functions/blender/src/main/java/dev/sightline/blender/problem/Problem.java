package dev.sightline.blender.problem;

import dev.sightline.visual.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error as clients see it; {@code code} is stable, and the last part of {@code type}. */
@Schema(description = "An error, by RFC 9457")
public record Problem(
        @Schema(description = "stable name of the kind of error, ending in the code", format = "uri")
        String type,

        @Schema(description = "the kind of error in words") String title,

        @Schema(description = "the HTTP status", minimum = "400", maximum = "599")
        int status,

        @Schema(description = "what is wrong with this request, with the expected and the given value")
        String detail,

        @Schema(description = "stable code of the kind of error; new ones may be added", pattern = "[a-z]+(-[a-z]+)*")
        String code,

        @Schema(description = "names this request in logs") String requestId) {

    /** The media type of this record. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://sightline.dev/problems/";

    /** A problem with one of Sightline's codes. */
    static Problem of(ErrorCode code, String detail, String requestId) {
        return of(code.slug(), code.httpStatus(), detail, requestId);
    }

    /** A problem with any code: lower case with dashes. */
    static Problem of(String code, int status, String detail, String requestId) {
        String words = code.replace('-', ' ');
        String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return new Problem(TYPES + code, title, status, ShownText.of(detail), code, requestId);
    }

    /** The fields of such a problem by name, in this order, for the document that describes it. */
    public static Map<String, Object> fields(String code, int status, String detail, String requestId) {
        Problem problem = of(code, status, detail, requestId);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", problem.type);
        fields.put("title", problem.title);
        fields.put("status", status);
        fields.put("detail", detail);
        fields.put("code", code);
        fields.put("requestId", requestId);
        return fields;
    }
}
