package dev.sightline.tracing;

/** Names of what spans tell beside their times. */
public final class SpanAttributes {

    /** Signature of the image, 64 hex digits. */
    public static final String SIGNATURE = "sightline.signature";

    /** Key of the source in the bucket. */
    public static final String KEY = "sightline.key";

    /** Id of the request, as answers and logs name it. */
    public static final String REQUEST_ID = "sightline.request_id";

    /** How it ended, in a few words. */
    public static final String OUTCOME = "sightline.outcome";

    /** How often the message had been received, this time included. */
    public static final String RECEIVES = "sightline.receives";

    /** Status of an HTTP answer. */
    public static final String STATUS = "http.response.status_code";

    /** What went wrong: the name of an error. Only failed spans have it. */
    public static final String ERROR = "error.type";

    private SpanAttributes() {}
}
