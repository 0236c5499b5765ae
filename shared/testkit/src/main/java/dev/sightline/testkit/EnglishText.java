package dev.sightline.testkit;

import java.util.Collection;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

/** Words as the index compares them: the same analyzer, and the same question for a phrase. */
final class EnglishText {

    private static final String FIELD = "text";

    private EnglishText() {}

    /** Whether one of the texts holds the words of the phrase, side by side; none does if those are no words. */
    static boolean holds(Collection<String> texts, String phrase) {
        try (Analyzer analyzer = new EnglishAnalyzer()) {
            Query query = new QueryBuilder(analyzer).createPhraseQuery(FIELD, phrase);
            return query != null && texts.stream().anyMatch(text -> matches(text, query, analyzer));
        }
    }

    private static boolean matches(String text, Query query, Analyzer analyzer) {
        MemoryIndex index = new MemoryIndex();
        index.addField(FIELD, text, analyzer);
        return index.search(query) > 0;
    }
}
