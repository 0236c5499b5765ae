package dev.sightline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StageOrderTest {

    @Test
    void named_withALinkBrokenOverLines_readsAllStagesInOrder() {
        String packageInfo = """
                /**
                 * Stages: <em>receive</em> ({@link
                 * dev.sightline.ingest.UploadReceiver}) reads a {@link dev.sightline.ingest.BucketChange}; <em>check</em>
                 * ({@link dev.sightline.ingest.UploadCheck}).
                 */
                """;

        assertThat(StageOrder.named(packageInfo))
                .containsExactly("dev.sightline.ingest.UploadReceiver", "dev.sightline.ingest.UploadCheck");
    }
}
