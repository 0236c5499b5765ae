package dev.sightline.policy;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The texts that come with this module. A native executable has to name their folder among its resources. */
final class PolicyResources {

    static final String SCHEMA = "/policy/blender-policy.schema.json";
    static final String STANDARD = "/policy/standard.json";

    private PolicyResources() {}

    static String text(String name) {
        try (InputStream resource = PolicyResources.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new SightlineException(ErrorCode.DEFECT, "expected a resource %s, got none".formatted(name));
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SightlineException(ErrorCode.DEFECT, "cannot read resource " + name, e);
        }
    }
}
