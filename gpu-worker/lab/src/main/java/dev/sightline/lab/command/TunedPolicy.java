package dev.sightline.lab.command;

import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.DotPolicy;
import dev.sightline.policy.PolicyDocument;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.visual.ImageSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A policy with other dots. */
record TunedPolicy(BlenderPolicy policy) {

    private static final String MARK = "-dots-";
    private static final int DIGITS = 8;

    /**
     * The policy that is to be tuned: that of a file, or the standard one for null.
     *
     * @throws dev.sightline.visual.SightlineException naming all mistakes, if it is none
     * @throws UncheckedIOException if the file cannot be read
     */
    static BlenderPolicy before(@Nullable Path file) {
        if (file == null) {
            return StandardPolicy.policy();
        }
        try {
            return PolicyDocument.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("expected a policy in " + file, e);
        }
    }

    /** The same with these dots, under the old version with the start of their hash: the same dots, the same version. */
    static TunedPolicy of(BlenderPolicy before, DotPolicy dots) {
        String hash = ImageSignature.of(dots.toString().getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, DIGITS);
        String version = before.version().replaceFirst(MARK + "[0-9a-f]{" + DIGITS + "}$", "") + MARK + hash;
        return new TunedPolicy(before.withDots(version, dots));
    }

    /**
     * Writes the document; folders that are missing are made.
     *
     * @throws UncheckedIOException if that fails
     */
    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            Files.writeString(file, PolicyDocument.write(policy));
        } catch (IOException e) {
            throw new UncheckedIOException("expected to write %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
