package dev.sightline.visual;

/**
 * The one exception of Sightline: a code that says what a caller can do, and a message that gives both sides ("expected 4096
 * bits, got 2048").
 */
public final class SightlineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public SightlineException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public SightlineException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** What went wrong, and whether a retry can help. */
    public ErrorCode code() {
        return code;
    }
}
