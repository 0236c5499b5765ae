package dev.sightline.local.pins;

import dev.sightline.events.BoardRecord;
import dev.sightline.events.CatalogueTexts;
import dev.sightline.events.PinRecord;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A checked line. Ids are hashes: a board's of its name, a pin's of its image and all that its line says, so that the same line always is the
 * same pin. {@code savedAt} is in whole milliseconds; null: the time of the import, which is not part of the id.
 */
record ImportedPin(
        String image,
        String board,
        String title,
        String description,
        String link,
        @Nullable Instant savedAt) {

    private static final int HASH_DIGITS = 32;

    /**
     * Checks a line.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if a field is missing or refused
     */
    static ImportedPin of(PinLine line, Instant now) {
        return new ImportedPin(
                image(line.image()),
                CatalogueTexts.name(line.board()),
                CatalogueTexts.title(line.title()),
                CatalogueTexts.description(line.description()),
                CatalogueTexts.link(line.link()),
                savedAt(line.savedAt(), now));
    }

    BoardId boardId() {
        return new BoardId("brd-" + hash(List.of(board)));
    }

    BoardRecord toBoard(Instant now) {
        return new BoardRecord(boardId(), board, "", now, now);
    }

    PinRecord toPin(ImageSignature signature, Instant now) {
        String time = savedAt == null ? "" : savedAt.toString();
        PinId id = new PinId(signature, hash(List.of(signature.hex(), board, title, description, link, time)));
        Instant at = savedAt == null ? now : savedAt;
        return new PinRecord(id, boardId(), title, description, link, at, at);
    }

    private static String image(@Nullable String image) {
        if (image == null || image.isBlank()) {
            throw invalid("expected an image, got none");
        }
        return image;
    }

    private static @Nullable Instant savedAt(@Nullable String text, Instant now) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Instant time = instant(text.strip());
        if (time.isBefore(Instant.EPOCH) || time.isAfter(now)) {
            throw invalid("expected savedAt between %s and now, %s, got %s".formatted(Instant.EPOCH, now, time));
        }
        return time;
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw invalid("expected savedAt such as 2026-01-02T03:04:05Z, got '%s'".formatted(text));
        }
    }

    /** Each part with its length before it, so that no two lists look alike. */
    private static String hash(List<String> parts) {
        String text = parts.stream().map(part -> part.length() + ":" + part).collect(Collectors.joining());
        return ImageSignature.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, HASH_DIGITS);
    }

    private static SightlineException invalid(String message) {
        return new SightlineException(ErrorCode.INVALID_REQUEST, message);
    }
}
