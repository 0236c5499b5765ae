package dev.sightline.local.system;

import dev.sightline.events.OutputNames;
import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The functions' packaged code: notices a zip that changed since it was deployed, and puts it in place without a restart. */
final class FunctionZips {

    private static final List<DeployedFunction> FUNCTIONS = List.of(
            new DeployedFunction("ingest", OutputNames.INGEST_FUNCTION),
            new DeployedFunction("indexer", OutputNames.INDEXER_FUNCTION),
            new DeployedFunction("blender", OutputNames.BLENDER_FUNCTION),
            new DeployedFunction("engagement", OutputNames.ENGAGEMENT_FUNCTION),
            new DeployedFunction("engagement", OutputNames.ROLL_UP_FUNCTION));

    private final Path root;

    FunctionZips(Path root) {
        this.root = root;
    }

    /** SHA-256 of each zip as it is now, by function. */
    Map<String, String> hashes() {
        return FUNCTIONS.stream()
                .map(DeployedFunction::folder)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), folder -> FileHash.sha256(zip(folder))));
    }

    /** Updates the functions whose zip differs from the deployed one; returns their names. */
    List<String> update(RunningSystem system) {
        List<DeployedFunction> changed = FUNCTIONS.stream()
                .filter(function -> isChanged(function, system))
                .toList();
        if (!changed.isEmpty()) {
            try (LambdaClient lambda = AwsClients.lambda(system.awsEndpoint())) {
                changed.forEach(function -> updateCode(lambda, function, system));
            }
        }
        return changed.stream().map(DeployedFunction::folder).distinct().toList();
    }

    private boolean isChanged(DeployedFunction function, RunningSystem system) {
        return !FileHash.sha256(zip(function.folder())).equals(system.deployed().get(function.folder()));
    }

    private void updateCode(LambdaClient lambda, DeployedFunction function, RunningSystem system) {
        Path file = zip(function.folder());
        String functionName = system.output(function.output());
        try {
            SdkBytes zip = SdkBytes.fromByteArrayUnsafe(Files.readAllBytes(file));
            lambda.updateFunctionCode(
                    request -> request.functionName(functionName).zipFile(zip));
            lambda.waiter().waitUntilFunctionUpdatedV2(request -> request.functionName(functionName));
        } catch (IOException e) {
            throw new LauncherException("cannot read " + file, e);
        }
    }

    private Path zip(String folder) {
        Path zip = root.resolve("functions").resolve(folder).resolve("target/function.zip");
        if (!Files.isReadable(zip)) {
            throw new LauncherException("cannot read %s: build it with mvn package".formatted(zip));
        }
        return zip;
    }

    /** A function's folder below {@code functions/}, and the output that names it once deployed. */
    private record DeployedFunction(String folder, String output) {}
}
