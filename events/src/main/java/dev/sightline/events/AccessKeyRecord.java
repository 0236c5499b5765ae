package dev.sightline.events;

import dev.sightline.visual.AccessKey;
import dev.sightline.visual.AccessRole;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a key of the API: S3 object {@link CatalogueKeys#accessKey}. Of its secret there is only the hash.
 *
 * @param id as {@link AccessKey#id}
 * @param name for people, 1 to 100 characters
 * @param collection the only one that the key can see; null: all
 * @param secretHash as {@link AccessKey#secretHash}
 * @param expiresAt from when on it is refused; null: never
 * @param revokedAt when it was taken back; null: it was not
 * @throws IllegalArgumentException if a part has another form, or an admin's key is bound to a collection
 */
public record AccessKeyRecord(
        String id,
        String name,
        AccessRole role,
        @Nullable String collection,
        String secretHash,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{1,100}");
    private static final Pattern COLLECTION = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public AccessKeyRecord {
        require("an id of 16 lower-case hex digits", ID, id);
        require("a name of 1..100 characters in one line", NAME, name);
        require("a SHA-256 as 64 lower-case hex digits", HASH, secretHash);
        if (collection != null) {
            require("a collection of 1..40 characters a-z, 0-9 and -", COLLECTION, collection);
            if (role == AccessRole.ADMIN) {
                throw new IllegalArgumentException(
                        "expected an admin's key without a collection, got '%s'".formatted(collection));
            }
        }
    }

    /** What is kept of a new key. */
    public static AccessKeyRecord of(
            AccessKey key, String name, AccessRole role, @Nullable String collection, Instant now) {
        return new AccessKeyRecord(key.id(), name, role, collection, key.secretHash(), now, null, null);
    }

    /** The same, refused from a moment on. */
    public AccessKeyRecord expiringAt(@Nullable Instant moment) {
        return new AccessKeyRecord(id, name, role, collection, secretHash, createdAt, moment, revokedAt);
    }

    /** The same, taken back. */
    public AccessKeyRecord revokedAt(Instant moment) {
        return new AccessKeyRecord(id, name, role, collection, secretHash, createdAt, expiresAt, moment);
    }

    /** Whether it opens anything at a moment. */
    public boolean isUsableAt(Instant moment) {
        return revokedAt == null && (expiresAt == null || moment.isBefore(expiresAt));
    }

    private static void require(String expected, Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("expected %s, got '%s'".formatted(expected, text));
        }
    }
}
