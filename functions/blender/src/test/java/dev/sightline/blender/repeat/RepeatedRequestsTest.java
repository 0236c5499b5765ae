package dev.sightline.blender.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.storage.KeptRequest;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryRequestStore;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RepeatedRequestsTest {

    private static final KeptRequest.Answer ANSWER = new KeptRequest.Answer(201, "{}", "etag");

    private final InMemoryRequestStore store = new InMemoryRequestStore();
    private final RequestKey key = key("POST /v1/pins", "a");

    @Test
    void begin_ofAnAnsweredRequest_givesItsAnswerForADay() {
        assertThat(after(Duration.ZERO).begin(key)).isEmpty();
        after(Duration.ZERO).end(key, ANSWER);

        assertThat(after(Duration.ofHours(23)).begin(key)).contains(ANSWER);
        assertThat(after(Duration.ofHours(24)).begin(key)).isEmpty();
    }

    @Test
    void begin_whileTheFirstIsNotAnswered_isRefusedUntilItMustHaveDied() {
        after(Duration.ZERO).begin(key);

        assertRefused(ErrorCode.REQUEST_IN_PROGRESS, Duration.ofSeconds(59), key);
        assertThat(after(Duration.ofSeconds(60)).begin(key)).isEmpty();
        assertRefused(ErrorCode.REQUEST_IN_PROGRESS, Duration.ofSeconds(61), key);
    }

    @Test
    void begin_withAnotherBody_isRefused() {
        after(Duration.ZERO).begin(key);
        RequestKey other = RequestKey.of("someone", "POST /v1/pins", "a", new byte[] {1});
        assertRefused(ErrorCode.IDEMPOTENCY_KEY_REUSED, Duration.ZERO, other);

        after(Duration.ZERO).end(key, ANSWER);
        assertRefused(ErrorCode.IDEMPOTENCY_KEY_REUSED, Duration.ofHours(1), other);
    }

    @Test
    void begin_ofAnotherOperationOrKey_isAnotherRequest() {
        after(Duration.ZERO).begin(key);

        assertThat(after(Duration.ZERO).begin(key("POST /v1/boards", "a"))).isEmpty();
        assertThat(after(Duration.ZERO).begin(key("POST /v1/pins", "b"))).isEmpty();
    }

    @Test
    void giveUp_always_frees() {
        after(Duration.ZERO).begin(key);
        after(Duration.ZERO).giveUp(key);

        assertThat(after(Duration.ZERO).begin(key)).isEmpty();
    }

    private void assertRefused(ErrorCode code, Duration later, RequestKey request) {
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> after(later).begin(request))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private static RequestKey key(String operation, String key) {
        return RequestKey.of("someone", operation, key, "body".getBytes(StandardCharsets.UTF_8));
    }

    private RepeatedRequests after(Duration time) {
        return new RepeatedRequests(store, Clock.fixed(Fixtures.NOW.plus(time), ZoneOffset.UTC));
    }
}
