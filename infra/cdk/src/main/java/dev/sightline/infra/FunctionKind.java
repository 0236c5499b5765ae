package dev.sightline.infra;

/** What the functions' zips hold (context {@code functions}, default {@code jvm}). The zips have the same names. */
enum FunctionKind {
    /** Classes for AWS's Java 25, whose started process is kept as a snapshot (SnapStart). */
    JVM,
    /** A program of its own, as {@code mvn package -Dnative} makes it. */
    NATIVE
}
