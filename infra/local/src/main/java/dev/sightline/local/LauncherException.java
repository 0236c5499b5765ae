package dev.sightline.local;

/** Something that the user has to know and can act on: printed without a stack trace, exit code 1. */
final class LauncherException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LauncherException(String message) {
        super(message);
    }

    LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
