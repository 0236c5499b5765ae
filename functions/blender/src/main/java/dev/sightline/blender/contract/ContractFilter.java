package dev.sightline.blender.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Completes the document that is generated from the operations and {@code META-INF/openapi.yaml}: what holds for all operations or schemas is
 * said here once. Runs at build time only.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public final class ContractFilter implements OASFilter {

    private final IndexView index;

    public ContractFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new SchemaRules(RequiredProperties.of(index)).applyTo(document);
        KeyedOperations.applyTo(document);
        TaggedOperations.applyTo(document);
        KeyedAccess.applyTo(document);
        PagedOperations.applyTo(document);
        SharedParameters.applyTo(document);
        ProblemResponses.applyTo(document);
        OperationExamples.applyTo(document);
    }
}
