package dev.sightline.opensearch;

import java.util.List;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.opensearch.index.analysis.PreBuiltAnalyzerProviderFactory;
import org.opensearch.indices.analysis.PreBuiltCacheFactory.CachingStrategy;
import org.opensearch.plugins.AnalysisPlugin;
import org.opensearch.plugins.Plugin;

/**
 * The analyzer {@code english}, as OpenSearch's own module {@code analysis-common} has it: that module is part of every distribution, but
 * not published on its own.
 */
public final class EnglishAnalysis extends Plugin implements AnalysisPlugin {

    @Override
    public List<PreBuiltAnalyzerProviderFactory> getPreBuiltAnalyzerProviderFactories() {
        return List.of(new PreBuiltAnalyzerProviderFactory("english", CachingStrategy.LUCENE, EnglishAnalyzer::new));
    }
}
