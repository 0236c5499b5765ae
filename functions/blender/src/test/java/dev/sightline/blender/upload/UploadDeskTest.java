package dev.sightline.blender.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.SourceId;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryImageStore;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UploadDeskTest {

    private static final UUID ID = new UUID(0, 7);

    private final UploadDesk desk =
            new UploadDesk(new InMemoryImageStore(), 1000, Clock.fixed(Fixtures.NOW, ZoneOffset.UTC), () -> ID);

    @Test
    void grant_image_isAKeyOfTheDayForFifteenMinutes() {
        UploadAnswer answer =
                desk.grant(new UploadBody("My Cat.jpg", "image/jpeg", 1000L), ImageCollection.DEFAULT, Fixtures.TRACE);

        assertThat(answer.imageKey()).isEqualTo("uploads/2026/01/02/" + ID + "/My-Cat.jpg");
        assertThat(answer.imageId()).isEqualTo(SourceId.ofKey(answer.imageKey()).value());
        assertThat(answer.method()).isEqualTo("PUT");
        assertThat(answer.headers())
                .containsEntry("content-type", "image/jpeg")
                .containsEntry("x-amz-meta-traceparent", Fixtures.TRACE.text());
        assertThat(answer.expiresAt()).isEqualTo(Fixtures.NOW.plus(Duration.ofMinutes(15)));
        assertThat(answer.maxBytes()).isEqualTo(1000);
    }

    @Test
    void grant_moreThanTheLimit_isTooManyBytes() {
        assertRefused(new UploadBody("a.jpg", "image/jpeg", 1001L), ErrorCode.TOO_MANY_BYTES, "at most 1000");
    }

    @Test
    void grant_incompleteOrWrong_namesTheField() {
        assertRefused(new UploadBody(null, "image/jpeg", 1L), ErrorCode.INVALID_REQUEST, "fileName");
        assertRefused(new UploadBody("", "image/jpeg", 1L), ErrorCode.INVALID_REQUEST, "fileName");
        assertRefused(new UploadBody("a.jpg", null, 1L), ErrorCode.INVALID_REQUEST, "contentType");
        assertRefused(new UploadBody("a.jpg", "text/html", 1L), ErrorCode.INVALID_REQUEST, "text/html");
        assertRefused(new UploadBody("a.jpg", "image/jpeg", null), ErrorCode.INVALID_REQUEST, "bytes");
        assertRefused(new UploadBody("a.jpg", "image/jpeg", 0L), ErrorCode.INVALID_REQUEST, "bytes >= 1, got 0");
    }

    private void assertRefused(UploadBody body, ErrorCode code, String message) {
        assertThatThrownBy(() -> desk.grant(body, ImageCollection.DEFAULT, Fixtures.TRACE))
                .hasMessageContaining(message)
                .extracting("code")
                .isEqualTo(code);
    }
}
