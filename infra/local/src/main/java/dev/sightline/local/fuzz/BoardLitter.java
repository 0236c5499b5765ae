package dev.sightline.local.fuzz;

import dev.sightline.local.ask.ApiClient;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** The boards that were made since a moment, with their pins: all that fuzzing leaves behind. */
final class BoardLitter {

    private final URI api;
    private final Set<String> before;

    private BoardLitter(URI api, Set<String> before) {
        this.api = api;
        this.before = before;
    }

    /** From now on. */
    static BoardLitter watch(URI api) {
        try (ApiClient client = new ApiClient(api)) {
            return new BoardLitter(api, client.boards());
        }
    }

    /** Deletes them. */
    void remove() {
        try (ApiClient client = new ApiClient(api)) {
            Set<String> litter = new HashSet<>(client.boards());
            litter.removeAll(before);
            litter.forEach(client::deleteBoard);
        }
    }
}
