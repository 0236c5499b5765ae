package dev.sightline.storage;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** What a failed call to S3 means: try that again later, or a mistake of ours such as a missing permission. */
public final class S3Failure {

    private static final int SERVER_ERRORS = 500;

    private S3Failure() {}

    /** The failure of what {@code action} names, after the SDK's own retries. */
    public static SightlineException of(String action, SdkException failure) {
        ErrorCode code = isTemporary(failure) ? ErrorCode.STORAGE_UNAVAILABLE : ErrorCode.DEFECT;
        return new SightlineException(code, action + ": " + failure.getMessage(), failure);
    }

    private static boolean isTemporary(SdkException failure) {
        if (failure instanceof SdkServiceException answer) {
            return answer.statusCode() >= SERVER_ERRORS || answer.isThrottlingException() || answer.retryable();
        }
        return failure.retryable() || isTimeout(failure) || failure.getCause() instanceof IOException;
    }

    private static boolean isTimeout(SdkException failure) {
        return failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException;
    }
}
