package dev.sightline.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The stages of one deployable in the order in which its package-info names them: the stage's name emphasised, then in brackets a
 * link to its first class.
 *
 * <p>A link to a class of the deployable's own package stands for that class, any other link for the whole package of the class.
 */
record StageOrder(String deployable, List<String> firstClasses) {

    private static final Pattern STAGE = Pattern.compile("<em>[\\w ]+</em>[\\s*]*\\(\\{@link[\\s*]+([\\w.]+)");

    /** Reads {@code MODULE/src/main/java/.../package-info.java} under the folder of the whole build. */
    static StageOrder of(String module, String deployable) {
        Path source = Path.of("../..", module, "src/main/java", deployable.replace('.', '/'), "package-info.java");
        try {
            return new StageOrder(deployable, named(Files.readString(source)));
        } catch (IOException e) {
            throw new UncheckedIOException("expected the stages of %s in %s".formatted(deployable, source), e);
        }
    }

    static List<String> named(String packageInfo) {
        return STAGE.matcher(packageInfo).results().map(match -> match.group(1)).toList();
    }

    /** The place of a class among the stages, from 0, or empty if it belongs to none. */
    OptionalInt position(JavaClass type) {
        for (int i = 0; i < firstClasses.size(); i++) {
            if (belongs(type, firstClasses.get(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private boolean belongs(JavaClass type, String firstClass) {
        String stagePackage = firstClass.substring(0, firstClass.lastIndexOf('.'));
        return stagePackage.equals(deployable)
                ? type.getName().equals(firstClass) || type.getName().startsWith(firstClass + "$")
                : type.getPackageName().equals(stagePackage);
    }
}
