package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class S3AddressTest {

    @Test
    void parse_withPrefix_isBelowIt() {
        S3Address address = S3Address.parse("s3://models_1/a b/v1");

        assertThat(address).isEqualTo(new S3Address("models_1", "a b/v1/"));
        assertThat(address.key("toy/bundle.json")).isEqualTo("a b/v1/toy/bundle.json");
        assertThat(address.urlOf("toy")).isEqualTo("s3://models_1/a b/v1/toy");
        assertThat(S3Address.parse("s3://models_1/a b/v1/")).isEqualTo(address);
    }

    @Test
    void parse_withoutPrefix_isTheBucketItself() {
        assertThat(S3Address.parse("s3://models").key("toy")).isEqualTo("toy");
        assertThat(S3Address.parse("s3://models/").urlOf("toy")).isEqualTo("s3://models/toy");
    }

    @Test
    void parse_withoutBucket_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> S3Address.parse("s3://"));
        assertThatIllegalArgumentException().isThrownBy(() -> S3Address.parse("s3:///v1"));
    }

    @Test
    void matches_folder_isFalse() {
        assertThat(S3Address.matches("/models")).isFalse();
        assertThat(S3Address.matches("s3/models")).isFalse();
        assertThat(S3Address.matches("s3://models")).isTrue();
    }
}
