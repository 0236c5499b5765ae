package dev.sightline.index;

import java.util.Locale;

/** How requests to OpenSearch show who sends them. */
public enum OpenSearchAuth {
    /** Not at all: on loopback only. */
    NONE,
    /** Signed with the AWS credentials of the process. */
    IAM;

    /**
     * The way that a setting names, in lower or upper case.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static OpenSearchAuth of(String setting) {
        return switch (setting.toLowerCase(Locale.ROOT)) {
            case "none" -> NONE;
            case "iam" -> IAM;
            default ->
                throw new IllegalArgumentException(
                        "expected an OpenSearch authentication none or iam, got '%s'".formatted(setting));
        };
    }
}
