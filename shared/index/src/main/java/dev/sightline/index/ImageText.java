package dev.sightline.index;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody wrote where an image was saved: title, board's name and description, each empty if there is none.
 *
 * <p>Paper: annotations are gathered from descriptions and board titles of all saves of an image. Differs: of an image that nobody saved to a
 * board, each S3 key counts as a save; its file name is the title, the nearest of its folders that has words the board.
 */
public record ImageText(String title, String board, String description) {

    /** Without a description. */
    public ImageText(String title, String board) {
        this(title, board, "");
    }

    private static final String HEX_8_4_4_4_12 = "\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    /** What the upload desk puts before a file name. */
    private static final Pattern UPLOAD = Pattern.compile("^uploads/\\d{4}/\\d\\d/\\d\\d/" + HEX_8_4_4_4_12 + "/");

    private static final Pattern RANDOM_ID = Pattern.compile(HEX_8_4_4_4_12);
    private static final Pattern EXTENSION = Pattern.compile("(?<=.)\\.[\\p{L}\\p{N}]{1,5}$");
    private static final Pattern BETWEEN_TOKENS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Predicate<String> HEX_ID =
            Pattern.compile("(?=.*\\d)\\p{XDigit}{8,}").asMatchPredicate();

    /** Letters between digits, or digits between letters, as {@code x7y} and {@code 20260102T0304}. */
    private static final Predicate<String> MIXED_ID = Pattern.compile(
                    "\\p{N}[\\p{L}\\p{M}]+\\p{N}|\\p{L}\\p{M}*\\p{N}+\\p{L}")
            .asPredicate();

    private static final Pattern DIGITS = Pattern.compile("\\p{N}+");

    /** Reads the words of a key. Dates, numbers, random ids and the folders of uploads are none. */
    public static ImageText ofKey(String key) {
        String path = Normalizer.normalize(UPLOAD.matcher(key).replaceFirst(""), Normalizer.Form.NFC);
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        List<String> folders =
                Arrays.asList(path.substring(0, Math.max(slash, 0)).split("/"));
        return new ImageText(
                words(EXTENSION.matcher(name).replaceFirst("")),
                folders.reversed().stream()
                        .map(ImageText::words)
                        .filter(words -> !words.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    private static String words(String name) {
        return BETWEEN_TOKENS
                .splitAsStream(RANDOM_ID.matcher(name).replaceAll(" "))
                .filter(HEX_ID.or(MIXED_ID).negate())
                .map(token -> DIGITS.matcher(token).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
