package dev.sightline.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which build a deployable is: its Maven version, and the commit that it was built from. Ours; in no message.
 *
 * <p>Read from {@code sightline-version.properties}, which the build of each deployable writes. It holds no time, so the same commit
 * gives the same bytes. Immutable.
 */
public final class BuildVersion {

    /** What is said where nothing is known. */
    public static final String UNKNOWN = "unknown";

    private static final String FILE = "/sightline-version.properties";

    private final String version;
    private final String commit;

    private BuildVersion(String version, String commit) {
        this.version = version;
        this.commit = commit;
    }

    /**
     * The build of the deployable that a class belongs to.
     *
     * @throws UncheckedIOException if the file is there and cannot be read
     */
    public static BuildVersion of(Class<?> deployable) {
        Properties properties = new Properties();
        try (InputStream stream = deployable.getResourceAsStream(FILE)) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + FILE, e);
        }
        return of(properties);
    }

    static BuildVersion of(Properties properties) {
        String commit = properties.getProperty("git.commit.id.abbrev", "");
        String changed = Boolean.parseBoolean(properties.getProperty("git.dirty")) ? "+" : "";
        return new BuildVersion(
                known(properties.getProperty("git.build.version", "")), commit.isBlank() ? UNKNOWN : commit + changed);
    }

    private static String known(String text) {
        return text.isBlank() ? UNKNOWN : text;
    }

    /** For example {@code 0.1.0-SNAPSHOT}; {@value #UNKNOWN} if the build wrote none. */
    public String version() {
        return version;
    }

    /** 12 hex digits, with {@code +} behind them if there were changes that are in no commit; {@value #UNKNOWN} if it was no checkout. */
    public String commit() {
        return commit;
    }

    /** For people: {@code 0.1.0 (0123456789ab)}. */
    public String text() {
        return "%s (%s)".formatted(version, commit);
    }
}
