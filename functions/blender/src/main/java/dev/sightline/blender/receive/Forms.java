package dev.sightline.blender.receive;

/** Forms of ids in the OpenAPI document, as regular expressions for the whole text. */
public final class Forms {

    private static final String HEX_64 = "[0-9a-f]{64}";
    private static final String HEX_32 = "[0-9a-f]{32}";

    /** The SHA-256 of an image's bytes. */
    public static final String SIGNATURE = HEX_64;

    /** What was uploaded under one key. */
    public static final String SOURCE_ID = "src-" + HEX_64;

    /** An image by either form of its id. */
    public static final String IMAGE_ID = "(src-)?" + HEX_64;

    /** A detected object: its image's signature and its place there. */
    public static final String OBJECT_ID = HEX_64 + "-(0|[1-9][0-9]{0,5})";

    /** The photo of an earlier query. */
    public static final String QUERY_ID = "qry-[0-9a-f]{44}";

    /** A board. */
    public static final String BOARD_ID = "brd-" + HEX_32;

    /** A pin: its image's signature and the save. */
    public static final String PIN_ID = "pin-" + HEX_64 + "-" + HEX_32;

    private Forms() {}
}
