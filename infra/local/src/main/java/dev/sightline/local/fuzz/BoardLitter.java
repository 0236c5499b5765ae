package dev.sightline.local.fuzz;

import dev.sightline.local.ask.ApiClient;
import dev.sightline.visual.AccessKey;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** The boards that were made since a moment, with their pins: all that fuzzing leaves behind. */
final class BoardLitter {

    private final URI api;
    private final AccessKey key;
    private final Set<String> before;

    private BoardLitter(URI api, AccessKey key, Set<String> before) {
        this.api = api;
        this.key = key;
        this.before = before;
    }

    /** From now on. */
    static BoardLitter watch(URI api, AccessKey key) {
        try (ApiClient client = new ApiClient(api, key)) {
            return new BoardLitter(api, key, client.boards());
        }
    }

    /** Deletes them. */
    void remove() {
        try (ApiClient client = new ApiClient(api, key)) {
            Set<String> litter = new HashSet<>(client.boards());
            litter.removeAll(before);
            litter.forEach(client::deleteBoard);
        }
    }
}
