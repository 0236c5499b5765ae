package dev.sightline.local.system;

import dev.sightline.events.OutputNames;
import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The functions' packaged code: notices a zip that changed since it was deployed, and puts it in place without a restart. */
final class FunctionZips {

    private static final List<DeployedFunction> FUNCTIONS = List.of(
            new DeployedFunction("ingest", OutputNames.INGEST_FUNCTION),
            new DeployedFunction("indexer", OutputNames.INDEXER_FUNCTION),
            new DeployedFunction("blender", OutputNames.BLENDER_FUNCTION));

    private final Path root;

    FunctionZips(Path root) {
        this.root = root;
    }

    /** SHA-256 of each zip as it is now, by function. */
    Map<String, String> hashes() {
        return FUNCTIONS.stream()
                .map(DeployedFunction::folder)
                .collect(Collectors.toMap(Function.identity(), folder -> sha256(zip(folder))));
    }

    /** Updates the functions whose zip differs from the deployed one; returns their names. */
    List<String> update(RunningSystem system) {
        List<DeployedFunction> changed = FUNCTIONS.stream()
                .filter(function -> isChanged(function, system))
                .toList();
        if (!changed.isEmpty()) {
            try (LambdaClient lambda = client(system)) {
                changed.forEach(function -> updateCode(lambda, function, system));
            }
        }
        return changed.stream().map(DeployedFunction::folder).toList();
    }

    private boolean isChanged(DeployedFunction function, RunningSystem system) {
        return !sha256(zip(function.folder())).equals(system.functions().get(function.folder()));
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

    private static LambdaClient client(RunningSystem system) {
        return LambdaClient.builder()
                .endpointOverride(system.awsEndpoint())
                .region(Region.of(LocalStack.CREDENTIALS.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        LocalStack.CREDENTIALS.get("AWS_ACCESS_KEY_ID"),
                        LocalStack.CREDENTIALS.get("AWS_SECRET_ACCESS_KEY"))))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private Path zip(String folder) {
        return root.resolve("functions").resolve(folder).resolve("target/function.zip");
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new LauncherException("cannot read %s: build it with mvn package".formatted(file), e);
        }
    }

    /** A function's folder below {@code functions/}, and the output that names it once deployed. */
    private record DeployedFunction(String folder, String output) {}
}
