package dev.sightline.feedback;

import dev.sightline.testkit.FunctionZipContract;
import java.util.Set;

class FunctionZipIT extends FunctionZipContract {

    @Override
    protected Set<String> own() {
        return Set.of("dev/sightline/feedback/EngagementHandler.class");
    }
}
