package dev.sightline.blender.contract;

import io.quarkus.arc.Unremovable;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * The OpenAPI document as the build wrote it. Without this Quarkus reads, checks and writes it in both formats at every start of the function,
 * though no filter is left to run then: about a sixth of what the function does until it is ready.
 */
@Alternative
@Priority(1)
@Singleton
@Unremovable
public class BuiltDocument extends OpenApiDocumentService {

    /** Quarkus prepares a document only if this loader finds it; the one of the platform finds none of ours. */
    @PostConstruct
    void leaveItAsBuilt() {
        OpenApiConstants.classLoader = ClassLoader.getPlatformClassLoader();
    }

    @Override
    public byte[] getDocument(String documentName, Format format) {
        String name = OpenApiConstants.BASE_NAME + "." + format.name().toUpperCase(Locale.ROOT);
        try (InputStream document =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (document == null) {
                throw new IllegalStateException("expected the build to leave %s, found none".formatted(name));
            }
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
