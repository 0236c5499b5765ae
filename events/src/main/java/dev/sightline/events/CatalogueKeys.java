package dev.sightline.events;

import dev.sightline.visual.BoardId;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where pins, boards and what is kept of keys of the API lie in the bucket of the catalogue: the one place for infrastructure and code. */
public final class CatalogueKeys {

    /** What all pins' keys begin with. */
    public static final String PINS = "pins/";

    /** What all boards' keys begin with. */
    public static final String BOARDS = "boards/";

    /** What the keys of all records of API keys begin with. */
    public static final String ACCESS_KEYS = "keys/";

    private static final Pattern ACCESS_KEY = Pattern.compile("keys/([0-9a-f]{16})\\.json");
    private static final Pattern PIN = Pattern.compile("pins/[0-9a-f]{64}/(pin-[0-9a-f]{64}-[0-9a-f]{32})\\.json");
    private static final Pattern OF_IMAGE = Pattern.compile("pins/([0-9a-f]{64})/.*");
    private static final Pattern BOARD = Pattern.compile("boards/(brd-[0-9a-f]{32})\\.json");

    private CatalogueKeys() {}

    /** The key of a pin. */
    public static String pin(PinId id) {
        return "%s%s.json".formatted(pinsOf(id.image()), id);
    }

    /** What the keys of all pins of an image begin with. */
    public static String pinsOf(ImageSignature image) {
        return "%s%s/".formatted(PINS, image.hex());
    }

    /** The key of a board. */
    public static String board(BoardId id) {
        return "%s%s.json".formatted(BOARDS, id);
    }

    /** The key of the record of an API key, by its id. */
    public static String accessKey(String id) {
        return "%s%s.json".formatted(ACCESS_KEYS, id);
    }

    /** The id of the API key whose record's key this is, if it is one. */
    public static Optional<String> accessKeyOf(String key) {
        Matcher matcher = ACCESS_KEY.matcher(key);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The pin whose key this is, if it is one. */
    public static Optional<PinId> pinOf(String key) {
        Matcher matcher = PIN.matcher(key);
        return matcher.matches()
                ? Optional.of(PinId.parse(matcher.group(1))).filter(id -> pin(id).equals(key))
                : Optional.empty();
    }

    /** The image among whose pins a key lies, {@link #pinsOf} included. */
    public static Optional<ImageSignature> imageOf(String key) {
        Matcher matcher = OF_IMAGE.matcher(key);
        return matcher.matches() ? Optional.of(new ImageSignature(matcher.group(1))) : Optional.empty();
    }

    /** The board whose key this is, if it is one. */
    public static Optional<BoardId> boardOf(String key) {
        Matcher matcher = BOARD.matcher(key);
        return matcher.matches() ? Optional.of(new BoardId(matcher.group(1))) : Optional.empty();
    }
}
