package dev.sightline.worker;

/**
 * A place in S3, written {@code s3://<bucket>} or {@code s3://<bucket>/<prefix>}: {@code prefix} is empty, or ends with a slash.
 *
 * @throws IllegalArgumentException if there is no bucket
 */
record S3Address(String bucket, String prefix) {

    private static final String SCHEME = "s3://";

    S3Address {
        if (bucket.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected s3://<bucket>/<prefix>, got no bucket before '%s'".formatted(prefix));
        }
    }

    /** Whether a text says a place in S3; another one is a folder. */
    static boolean matches(String text) {
        return text.startsWith(SCHEME);
    }

    /** The place that a text says. */
    static S3Address parse(String text) {
        String path = text.substring(SCHEME.length());
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        String prefix = slash < 0 ? "" : path.substring(slash + 1).replaceFirst("/+$", "");
        return new S3Address(bucket, prefix.isEmpty() ? "" : prefix + "/");
    }

    /** The key of what has this name below the prefix. */
    String key(String name) {
        return prefix + name;
    }

    /** The whole address of what has this name below the prefix. */
    String urlOf(String name) {
        return SCHEME + bucket + "/" + key(name);
    }
}
