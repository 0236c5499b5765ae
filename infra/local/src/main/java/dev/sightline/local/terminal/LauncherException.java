package dev.sightline.local.terminal;

/** Something that the user has to know and can act on: printed without a stack trace, exit code 1. */
public final class LauncherException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LauncherException(String message) {
        super(message);
    }

    public LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
