package dev.sightline.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The words of a text as the index compares them: Lucene's English analyzer, which leaves out stop words and stems the others. */
final class EnglishWords {

    private static final Analyzer ANALYZER = new EnglishAnalyzer();

    private EnglishWords() {}

    /**
     * Each word with a letter, and each two of them side by side: by their stems, with the form in which they are first written, in lower
     * case.
     */
    static Map<List<String>, String> phrases(String text) {
        Map<List<String>, String> phrases = new LinkedHashMap<>();
        Word before = null;
        for (Word word : words(text)) {
            phrases.putIfAbsent(List.of(word.stem()), word.form());
            if (before != null && word.follows()) {
                phrases.putIfAbsent(List.of(before.stem(), word.stem()), before.form() + " " + word.form());
            }
            before = word;
        }
        return phrases;
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        try (TokenStream tokens = ANALYZER.tokenStream("text", text)) {
            CharTermAttribute stem = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            boolean follows = false;
            while (tokens.incrementToken()) {
                String form = text.substring(place.startOffset(), place.endOffset());
                boolean isWord = form.codePoints().anyMatch(Character::isLetter);
                if (isWord) {
                    follows &= step.getPositionIncrement() == 1;
                    words.add(new Word(stem.toString(), form.toLowerCase(Locale.ROOT), follows));
                }
                follows = isWord;
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from memory", e);
        }
        return words;
    }

    /** {@code follows}: whether it stands right behind the word before. */
    private record Word(String stem, String form, boolean follows) {}
}
