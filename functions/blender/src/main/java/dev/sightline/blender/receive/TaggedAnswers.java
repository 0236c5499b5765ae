package dev.sightline.blender.receive;

import java.util.Set;

/**
 * The operations whose answers clients may keep and ask for again with {@code If-None-Match}: what is read of the catalogue. Answers to queries are
 * none of them, since each has an id of its own.
 */
public final class TaggedAnswers {

    private static final Set<String> PATHS = Set.of(
            "/v1/boards",
            "/v1/boards/{id}",
            "/v1/boards/{id}/pins",
            "/v1/images",
            "/v1/images/{id}",
            "/v1/images/{id}/pins",
            "/v1/images/{id}/thumbnail",
            "/v1/pins/{id}");

    private TaggedAnswers() {}

    /**
     * Whether an operation's answers have ETags.
     *
     * @param method of HTTP; {@code HEAD} is as {@code GET}
     * @param path as the document writes it
     */
    public static boolean are(String method, String path) {
        return (method.equals("GET") || method.equals("HEAD")) && PATHS.contains(path);
    }
}
