package dev.sightline.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request with an idempotency key, and what it came to: {@code bodyHash} tells its body from others, {@code startedAt} is when it was taken up.
 * Without an {@code answer} it is still being worked on, or whoever did has died.
 */
public record KeptRequest(
        String bodyHash, Instant startedAt, @Nullable Answer answer) {

    /** An answer as the client got it: status 200 to 299, a JSON text, and its ETag without quotes, empty if it had none. */
    public record Answer(int status, String json, String etag) {}
}
