package dev.sightline.blender.problem;

import java.nio.charset.StandardCharsets;

/** Text in which a client's own words are shown. */
public final class ShownText {

    private ShownText() {}

    /** The text with {@code ?} for each half of a surrogate pair: a client can send one in JSON, but no answer in UTF-8 can hold it. */
    public static String of(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
