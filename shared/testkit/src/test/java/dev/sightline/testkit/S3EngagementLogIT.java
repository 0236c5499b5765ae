package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.storage.EngagementLog;
import dev.sightline.storage.LogFile;
import dev.sightline.storage.S3EngagementLog;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3EngagementLogIT extends EngagementLogContract {

    private final TestBucket bucket = new TestBucket();
    private final S3EngagementLog log = new S3EngagementLog(bucket.s3(), bucket.name());

    @Override
    protected EngagementLog log() {
        return log;
    }

    @AfterEach
    void removeBucket() {
        bucket.close();
    }

    @Test
    void files_always_lieAsJsonLinesUnderTheirDay() {
        log.addEvents(Engagements.TODAY, "a-1", List.of(Engagements.anEvent("e-1"), Engagements.anEvent("e-2")));

        LogFile file = log.eventFiles(Engagements.TODAY).getFirst();
        assertThat(file.key()).isEqualTo("events/2026-01-02/a-1.jsonl");
        assertThat(bucket.s3()
                        .getObjectAsBytes(
                                request -> request.bucket(bucket.name()).key(file.key()))
                        .asUtf8String()
                        .lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void days_nothingListens_isUnavailable() {
        try (S3Client dead =
                S3Client.builder().endpointOverride(LocalStack.DEAD).build()) {
            assertThatExceptionOfType(SightlineException.class)
                    .isThrownBy(() -> new S3EngagementLog(dead, bucket.name()).days())
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
        }
    }
}
