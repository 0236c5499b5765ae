package dev.sightline.index;

import dev.sightline.events.SourceId;
import dev.sightline.events.SourceVersion;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one S3 key.
 *
 * <p>{@code signature} is the image that the key stands for; while a replacement is pending, still the former one. {@code released}
 * are images that the key stood for and whose documents the releasing event's handler has not looked at to the end yet. {@code reason} and {@code detail} say why it was rejected or failed. {@code modelSet} is the one that the signature was
 * analyzed with. {@code etag} is that of the object's bytes at this version, as the bucket's event gave it; empty if no event told. {@code
 * receivedAt} is the earliest time of an event of this version, and stays while its state changes; {@link Instant#EPOCH} if it was recorded
 * before that was noted.
 *
 * @throws IllegalArgumentException if only one of signature and model set is present
 */
public record Source(
        SourceVersion version,
        String etag,
        SourceState state,
        @Nullable ImageSignature signature,
        Set<Release> released,
        @Nullable ErrorCode reason,
        String detail,
        @Nullable ModelSetId modelSet,
        Instant changedAt,
        Instant receivedAt) {

    public Source {
        if ((signature == null) != (modelSet == null)) {
            throw new IllegalArgumentException(
                    "expected a signature and its model set, or neither, got %s and %s".formatted(signature, modelSet));
        }
        released = Set.copyOf(released);
    }

    /** A key whose analysis was asked for. */
    public static Source pending(SourceVersion version, String etag, Instant at) {
        return new Source(version, etag, SourceState.PENDING, null, Set.of(), null, "", null, at, at);
    }

    /** A key whose image was analyzed. */
    public static Source indexed(SourceVersion version, ImageSignature signature, ModelSetId modelSet, Instant at) {
        return new Source(version, "", SourceState.INDEXED, signature, Set.of(), null, "", modelSet, at, at);
    }

    /** A key whose content is no image that can be indexed. */
    public static Source rejected(SourceVersion version, ErrorCode reason, String detail, Instant at) {
        return new Source(version, "", SourceState.REJECTED, null, Set.of(), reason, detail, null, at, at);
    }

    /** A key whose analysis gave up. */
    public static Source failed(SourceVersion version, ErrorCode reason, String detail, Instant at) {
        return new Source(version, "", SourceState.FAILED, null, Set.of(), reason, detail, null, at, at);
    }

    /** A key that was deleted. */
    public static Source removed(SourceVersion version, Instant at) {
        return new Source(version, "", SourceState.REMOVED, null, Set.of(), null, "", null, at, at);
    }

    /** The id of this source. */
    public SourceId id() {
        return version.id();
    }

    /** The image that the key stands for now, if any: it is live exactly while this is present. */
    public Optional<ImageSignature> liveSignature() {
        return Optional.ofNullable(signature);
    }

    /**
     * This source after {@code next} was heard of, or empty if {@code next} speaks of an older version.
     *
     * <p>An event that says nothing new gives this source unchanged. Among events of the same version the order of arrival does not
     * matter: pending never replaces another state, failed never a result, and nothing replaces removed.
     */
    public Optional<Source> after(Source next) {
        int order = next.version.sequencer().compareTo(version.sequencer());
        if (order < 0) {
            return Optional.empty();
        }
        return Optional.of(order == 0 && saysMoreThan(next.state) ? completedBy(next) : replacedBy(next));
    }

    /** With what an event of the same version knows beside its state. */
    private Source completedBy(Source next) {
        return new Source(
                version,
                etag.isEmpty() ? next.etag : etag,
                state,
                signature,
                released,
                reason,
                detail,
                modelSet,
                changedAt,
                earlier(receivedAt, next.receivedAt));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private boolean saysMoreThan(SourceState next) {
        return switch (state) {
            case PENDING, FAILED -> next == SourceState.PENDING;
            case INDEXED, REJECTED -> next == SourceState.PENDING || next == SourceState.FAILED;
            case REMOVED -> true;
        };
    }

    private Source replacedBy(Source next) {
        boolean pending = next.state == SourceState.PENDING;
        ImageSignature current = pending ? signature : next.signature;
        ModelSetId analyzedWith = pending ? modelSet : next.modelSet;
        Set<Release> left = new HashSet<>(released);
        liveSignature()
                .filter(former -> !former.equals(current))
                .ifPresent(former -> left.add(new Release(former, next.version.sequencer(), next.state)));
        boolean sameVersion = next.version.sequencer().compareTo(version.sequencer()) == 0;
        return new Source(
                next.version,
                next.etag.isEmpty() && sameVersion ? etag : next.etag,
                next.state,
                current,
                left,
                next.reason,
                next.detail,
                analyzedWith,
                next.changedAt,
                sameVersion ? earlier(receivedAt, next.receivedAt) : next.receivedAt);
    }

    /** What {@code heard}, an event of this key, released. */
    public Set<Release> releasedBy(Source heard) {
        return released.stream()
                .filter(release -> release.by().equals(heard.version.sequencer()) && release.state() == heard.state)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** This source without the given releases. */
    public Source settled(Set<Release> releases) {
        Set<Release> left = new HashSet<>(released);
        left.removeAll(releases);
        return new Source(version, etag, state, signature, left, reason, detail, modelSet, changedAt, receivedAt);
    }
}
