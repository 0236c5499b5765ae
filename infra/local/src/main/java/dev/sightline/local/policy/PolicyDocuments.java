package dev.sightline.local.policy;

import dev.sightline.local.terminal.LauncherException;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.PolicyDocument;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.storage.PolicyStore;
import dev.sightline.storage.StoredPolicy;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Documents by what a user calls them: {@value #CURRENT}, {@value #STANDARD}, the path of a file, or the version of one that was in
 * force once. The deployment is asked for the first and the last only.
 */
public final class PolicyDocuments {

    /** The document in force; the standard one while there is none. */
    public static final String CURRENT = "current";
    /** The one that comes with Sightline. */
    public static final String STANDARD = "standard";
    /** For help texts. */
    public static final String NAMES = "a file, '" + CURRENT + "', '" + STANDARD + "', or a version that was applied";

    private final Supplier<PolicyStore> store;

    /** Documents of a deployment that is opened when it is needed. */
    public PolicyDocuments(Supplier<PolicyStore> store) {
        this.store = store;
    }

    /**
     * The policy of a name.
     *
     * @throws LauncherException if there is no such document, or it is not valid; the message names all mistakes
     */
    public BlenderPolicy policy(String name) {
        String text = text(name);
        try {
            return PolicyDocument.read(text);
        } catch (SightlineException e) {
            throw new LauncherException("%s: %s".formatted(name, e.getMessage()), e);
        }
    }

    /**
     * The document of a name, valid or not.
     *
     * @throws LauncherException if there is none
     */
    public String text(String name) {
        return switch (name) {
            case STANDARD -> StandardPolicy.document();
            case CURRENT -> store.get().current().map(StoredPolicy::document).orElseGet(StandardPolicy::document);
            default -> fileOrVersion(name);
        };
    }

    private String fileOrVersion(String name) {
        Path file = Path.of(name);
        if (Files.isRegularFile(file)) {
            return read(file);
        }
        if (name.contains("/") || name.endsWith(".json")) {
            throw new LauncherException("no file " + file.toAbsolutePath());
        }
        return store.get()
                .kept(name)
                .orElseThrow(() -> new LauncherException("expected %s, got '%s'".formatted(NAMES, name)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LauncherException("cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
