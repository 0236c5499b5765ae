package dev.sightline.infra;

/**
 * An OpenSearch to call.
 *
 * @param url its base URL
 * @param arn ARN of the domain; blank without IAM
 * @param auth {@code iam} or {@code none}
 */
record SearchEndpoint(String url, String arn, String auth) {

    static final String IAM = "iam";

    SearchEndpoint {
        DeploymentContext.requireOneOf("openSearchAuth", auth, IAM, "none");
        if (auth.equals(IAM) && arn.isBlank()) {
            throw new IllegalArgumentException(
                    "set the context value openSearchArn to the ARN of the domain at %s".formatted(url));
        }
    }

    boolean signed() {
        return auth.equals(IAM);
    }
}
