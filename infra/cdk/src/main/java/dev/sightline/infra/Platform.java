package dev.sightline.infra;

/** What the templates are deployed to (context {@code platform}, default {@code aws}). */
enum Platform {
    /** Everything. */
    AWS,
    /** What LocalStack has: no network, no keys of its own, no published versions, no firewall, no access logs, no tracing. */
    LOCALSTACK
}
