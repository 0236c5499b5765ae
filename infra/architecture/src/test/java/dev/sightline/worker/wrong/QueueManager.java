package dev.sightline.worker.wrong;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

final class QueueManager {

    Optional<String> name = Optional.empty();

    Map<String, String> environment() {
        return System.getenv();
    }

    Instant time() {
        return Instant.now();
    }

    void print(Optional<String> text) {
        System.out.println(text);
    }

    int getDepth() {
        return 0;
    }
}
