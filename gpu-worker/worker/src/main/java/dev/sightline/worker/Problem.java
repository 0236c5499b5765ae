package dev.sightline.worker;

import dev.sightline.visual.SightlineException;

/** An error as clients see it: RFC 9457 and the code. */
record Problem(String type, String title, int status, String detail, String code) {

    static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPES = "https://sightline.dev/problems/";

    static Problem of(SightlineException failure) {
        String code = failure.code().slug();
        return new Problem(
                TYPES + code,
                code.replace('-', ' '),
                failure.code().httpStatus(),
                String.valueOf(failure.getMessage()),
                code);
    }
}
