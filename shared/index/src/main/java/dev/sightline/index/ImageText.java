package dev.sightline.index;

import java.util.regex.Pattern;

/**
 * What somebody wrote where an image was saved: the words of a title and of a board's name, each empty if there is none.
 *
 * <p>Paper: annotations are gathered from descriptions and board titles of all saves of an image. Differs: a save is an S3 key so far; its
 * file name is the title, its folder the board.
 */
public record ImageText(String title, String board) {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    /** Reads the words of a key. Folders and names without words, as dates and random ids are, give none. */
    public static ImageText ofKey(String key) {
        int slash = key.lastIndexOf('/');
        String name = key.substring(slash + 1);
        int dot = name.lastIndexOf('.');
        String folder = slash < 0 ? "" : key.substring(key.lastIndexOf('/', slash - 1) + 1, slash);
        return new ImageText(words(dot < 0 ? name : name.substring(0, dot)), words(folder));
    }

    private static String words(String name) {
        return NO_LETTERS.matcher(name).replaceAll(" ").strip();
    }
}
