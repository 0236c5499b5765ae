package dev.sightline.blender.problem;

import dev.sightline.visual.ErrorCode;

/** An error as clients see it; {@code code} is stable, and the last part of {@code type}. */
public record Problem(String type, String title, int status, String detail, String code, String requestId) {

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
        return new Problem(TYPES + code, title, status, detail, code, requestId);
    }
}
