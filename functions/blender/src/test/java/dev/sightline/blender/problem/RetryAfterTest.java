package dev.sightline.blender.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.visual.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryAfterTest {

    private static final int UNAVAILABLE = 503;

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void seconds_everyCode_areGivenForEvery503AndARequestInProgressOnly(ErrorCode code) {
        boolean passes = code.httpStatus() == UNAVAILABLE || code == ErrorCode.REQUEST_IN_PROGRESS;
        assertThat(RetryAfter.seconds(code).isPresent()).isEqualTo(passes);
        assertThat(RetryAfter.seconds(code).orElse(1)).isPositive();
    }
}
