package dev.sightline.storage;

import java.time.Instant;
import java.util.Optional;

/**
 * A request with an idempotency key, and what it came to: {@code bodyHash} tells its body from others, {@code startedAt} is when it was taken up.
 * While {@code answer} is the one of {@link #started} it is still being worked on, or whoever did has died.
 */
public record KeptRequest(String bodyHash, Instant startedAt, Answer answer) {

    private static final Answer NO_ANSWER = new Answer(0, "", "");

    /** A request that was taken up and not answered yet. */
    public static KeptRequest started(String bodyHash, Instant at) {
        return new KeptRequest(bodyHash, at, NO_ANSWER);
    }

    /** What it came to; empty if it is not answered yet. */
    public Optional<Answer> given() {
        return answer.equals(NO_ANSWER) ? Optional.empty() : Optional.of(answer);
    }

    /** An answer as the client got it: status 200 to 299, a JSON text, and its ETag without quotes, empty if it had none. */
    public record Answer(int status, String json, String etag) {}
}
