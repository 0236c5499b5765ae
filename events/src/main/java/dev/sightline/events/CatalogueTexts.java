package dev.sightline.events;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What people write about pins and boards, checked before it is stored: the one place for everything that takes such texts in. White space
 * at both ends is dropped, null is read as the empty text. Lengths count Unicode characters. Control characters and halves of surrogate
 * pairs are refused; line breaks and tabs are accepted in descriptions.
 *
 * <p>All methods throw {@link SightlineException} with {@link ErrorCode#INVALID_REQUEST} for a text that they refuse. Ours.
 */
public final class CatalogueTexts {

    /** The longest title of a pin. */
    public static final int MAX_TITLE = 200;

    /** The longest description of a pin or board. */
    public static final int MAX_DESCRIPTION = 2000;

    /** The longest link of a pin. */
    public static final int MAX_LINK = 2000;

    /** The longest name of a board. */
    public static final int MAX_NAME = 100;

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private CatalogueTexts() {}

    /** The title of a pin, 0..{@value #MAX_TITLE} characters. */
    public static String title(@Nullable String text) {
        return line("title", text, MAX_TITLE);
    }

    /** The description of a pin or board, 0..{@value #MAX_DESCRIPTION} characters. */
    public static String description(@Nullable String text) {
        String stripped = checked("description", text, MAX_DESCRIPTION);
        refuse("description", stripped.codePoints().filter(CatalogueTexts::isNoText));
        return stripped;
    }

    /** The name of a board, 1..{@value #MAX_NAME} characters. */
    public static String name(@Nullable String text) {
        String name = line("name", text, MAX_NAME);
        if (name.isEmpty()) {
            throw invalid("expected a name of 1..%d characters, got none".formatted(MAX_NAME));
        }
        return name;
    }

    /** Where a save came from: empty, or an absolute http or https URL of at most {@value #MAX_LINK} characters. Never fetched. */
    public static String link(@Nullable String text) {
        String link = line("link", text, MAX_LINK);
        if (!link.isEmpty() && !isWebAddress(link)) {
            throw invalid("expected an http or https URL in link, got '%s'".formatted(shortened(link)));
        }
        return link;
    }

    private static String line(String field, @Nullable String text, int max) {
        String line = checked(field, text, max);
        refuse(field, line.codePoints().filter(character -> isNoText(character) || Character.isISOControl(character)));
        return line;
    }

    private static String checked(String field, @Nullable String text, int max) {
        String stripped = text == null ? "" : text.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (length > max) {
            throw invalid("expected at most %d characters in %s, got %d".formatted(max, field, length));
        }
        return stripped;
    }

    private static void refuse(String field, IntStream refused) {
        refused.findFirst().ifPresent(character -> {
            throw invalid("expected text in %s, got the control character U+%04X".formatted(field, character));
        });
    }

    private static boolean isNoText(int character) {
        boolean layout = character == '\n' || character == '\r' || character == '\t';
        return (Character.isISOControl(character) && !layout) || Character.getType(character) == Character.SURROGATE;
    }

    private static boolean isWebAddress(String link) {
        try {
            URI uri = new URI(link);
            return uri.getHost() != null
                    && uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String shortened(String text) {
        int shown = 120;
        return text.length() <= shown ? text : text.substring(0, shown) + "…";
    }

    private static SightlineException invalid(String message) {
        return new SightlineException(ErrorCode.INVALID_REQUEST, message);
    }
}
