package dev.sightline.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.visual.ErrorCode;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

class S3FailureTest {

    @Test
    void of_serverErrorOrThrottling_isUnavailable() {
        assertThat(code(answer(500, "InternalError"))).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
        assertThat(code(answer(503, "SlowDown"))).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
        assertThat(code(answer(400, "ThrottlingException"))).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
    }

    @Test
    void of_noAnswerInTime_isUnavailable() {
        assertThat(code(ApiCallTimeoutException.create(1000))).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
        assertThat(code(SdkClientException.create("no answer", new SocketTimeoutException())))
                .isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
    }

    @Test
    void of_refusalOrMisuse_isADefect() {
        assertThat(code(answer(403, "AccessDenied"))).isEqualTo(ErrorCode.DEFECT);
        assertThat(code(answer(404, "NoSuchBucket"))).isEqualTo(ErrorCode.DEFECT);
        assertThat(code(SdkClientException.create("no credentials"))).isEqualTo(ErrorCode.DEFECT);
    }

    @Test
    void of_anyFailure_saysWhatWasTriedAndKeepsTheCause() {
        SdkException cause = SdkClientException.create("no credentials");
        assertThat(S3Failure.of("reading a.png", cause))
                .hasMessage("reading a.png: no credentials")
                .hasCause(cause);
    }

    private static ErrorCode code(SdkException failure) {
        return S3Failure.of("reading", failure).code();
    }

    private static SdkException answer(int status, String code) {
        return AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }
}
