package dev.sightline.blender;

import dev.sightline.testkit.FunctionZipContract;
import java.util.Set;

class FunctionZipIT extends FunctionZipContract {

    @Override
    protected Set<String> own() {
        return Set.of("dev/sightline/blender/LensResource.class", "sightline-version.properties");
    }

    @Override
    protected String platform() {
        return "quarkus-amazon-lambda-rest";
    }
}
