package dev.sightline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/** Names that say nothing. */
final class NameRules {

    private static final Pattern GETTER = Pattern.compile("get([A-Z].*)?");

    private static final DescribedPredicate<JavaMethod> OWN_GETTER = describe(
            "be named get* by choice",
            method -> GETTER.matcher(method.getName()).matches() && !isHttpVerb(method) && !isInherited(method));

    @ArchTest
    static final ArchRule NO_EMPTY_SUFFIX = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Base|Dto|DTO)(\\$.*)?")
            .because("a class is a thing with a role (SqsEventQueue), not a bag (QueueUtils)");

    @ArchTest
    static final ArchRule NO_EMPTY_PACKAGE = noClasses()
            .should()
            .resideInAnyPackage(
                    "..impl..", "..util..", "..utils..", "..common..", "..model..", "..service..", "..dto..")
            .because("a package is a stage, not a kind of class");

    @ArchTest
    static final ArchRule NO_GETTERS =
            noMethods().should(ArchCondition.from(OWN_GETTER)).because("a method is named after what it answers");

    private NameRules() {}

    /** GET of something: a verb of HTTP, and no getter. */
    private static boolean isHttpVerb(JavaMethod method) {
        return method.getName().equals("get") && !method.getRawParameterTypes().isEmpty();
    }

    /** Whether a type from outside asks for this name; one whose methods are not known here is given the benefit of the doubt. */
    private static boolean isInherited(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return owner.getAllRawSuperclasses().stream().anyMatch(type -> asksFor(type, method))
                || owner.getAllRawInterfaces().stream().anyMatch(type -> asksFor(type, method));
    }

    private static boolean asksFor(JavaClass type, JavaMethod method) {
        return !type.getPackageName().startsWith("dev.sightline")
                && (!type.isFullyImported()
                        || type.getMethods().stream()
                                .anyMatch(asked -> asked.getName().equals(method.getName())));
    }
}
