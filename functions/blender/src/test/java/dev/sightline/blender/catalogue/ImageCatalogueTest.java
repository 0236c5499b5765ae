package dev.sightline.blender.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.blender.Corpus;
import dev.sightline.blender.receive.ImageReference.BySignature;
import dev.sightline.blender.receive.ImageReference.BySource;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.ErrorCode;
import org.junit.jupiter.api.Test;

class ImageCatalogueTest {

    private static final SourceVersion VERSION = Fixtures.aSourceVersion().build();

    private final InMemoryVisualIndex index = Corpus.writeTo(new InMemoryVisualIndex());
    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();
    private final ImageCatalogue catalogue = new ImageCatalogue(index.open(), registry);

    @Test
    void indexed_bySource_isTheImageThatItStandsFor() {
        registry.record(
                Source.indexed(VERSION, Corpus.AT_20, Fixtures.aModelSet().id(), Fixtures.NOW));

        assertThat(catalogue.indexed(new BySource(VERSION.id())).signature()).isEqualTo(Corpus.AT_20);
    }

    @Test
    void indexed_bySourceNotIndexed_namesTheState() {
        registry.record(Source.pending(VERSION, "etag", Fixtures.NOW));

        assertThatThrownBy(() -> catalogue.indexed(new BySource(VERSION.id())))
                .hasMessageContaining("it is pending")
                .extracting("code")
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void indexed_unknown_isNotFound() {
        assertThatThrownBy(() -> catalogue.indexed(new BySource(VERSION.id())))
                .hasMessage("no source " + VERSION.id())
                .extracting("code")
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThatThrownBy(() -> catalogue.indexed(new BySignature(Fixtures.aSignature(999))))
                .hasMessageContaining(Fixtures.aSignature(999).hex())
                .extracting("code")
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void status_ofSourceWhoseDocumentIsNotYetThere_hasNoImage() {
        Source source = Source.indexed(
                VERSION, Fixtures.aSignature(999), Fixtures.aModelSet().id(), Fixtures.NOW);
        registry.record(source);

        assertThat(catalogue.status(new BySource(VERSION.id()))).isEqualTo(new ImageStatus.OfSource(source, null));
    }
}
