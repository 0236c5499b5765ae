package dev.sightline.local.policy;

import dev.sightline.local.terminal.LauncherException;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.PolicyDiff;
import dev.sightline.policy.PolicyDocument;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.storage.PolicyStore;
import dev.sightline.storage.StoredPolicy;
import dev.sightline.visual.SightlineException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a policy in force. Every policy is kept under its version before it is, so that there is a way back; and a version stands for one
 * content for ever, so that an answer's version says how it was made.
 */
public final class PolicyApplication {

    private final PolicyStore store;

    public PolicyApplication(PolicyStore store) {
        this.store = store;
    }

    /**
     * What would change. Changes nothing.
     *
     * @throws LauncherException if the version was used for another content
     */
    public Plan plan(BlenderPolicy next) {
        StoredPolicy stored = store.current().orElse(null);
        BlenderPolicy before = stored == null ? StandardPolicy.policy() : valid(stored.document());
        requireUnused(next, StandardPolicy.policy());
        if (before != null) {
            requireUnused(next, before);
        }
        store.kept(next.version()).ifPresent(kept -> requireSame(next, kept));
        return new Plan(before, stored == null ? null : stored.etag(), next);
    }

    /**
     * Puts the policy of a plan in force.
     *
     * @throws LauncherException if another policy came into force since the plan was made, or the version was used meanwhile
     */
    public void carryOut(Plan plan) {
        BlenderPolicy before = plan.before();
        if (before != null) {
            keep(before);
        }
        keep(plan.next());
        if (!store.replace(PolicyDocument.write(plan.next()), plan.etag())) {
            String now = store.current()
                    .map(StoredPolicy::document)
                    .flatMap(PolicyApplication::version)
                    .orElse("none");
            throw new LauncherException(
                    "%s was not applied: another policy came into force meanwhile (now %s). Look at the difference again"
                            .formatted(plan.next().version(), now));
        }
    }

    private void keep(BlenderPolicy policy) {
        if (!store.keep(policy.version(), PolicyDocument.write(policy))) {
            store.kept(policy.version()).ifPresent(kept -> requireSame(policy, kept));
        }
    }

    private static void requireSame(BlenderPolicy next, String kept) {
        BlenderPolicy known = valid(kept);
        if (known == null || !known.equals(next)) {
            throw used(next);
        }
    }

    private static void requireUnused(BlenderPolicy next, BlenderPolicy known) {
        if (next.version().equals(known.version()) && !next.equals(known)) {
            throw used(next);
        }
    }

    private static LauncherException used(BlenderPolicy next) {
        return new LauncherException(
                "version %s was used for another content: give this one a new version".formatted(next.version()));
    }

    private static @Nullable BlenderPolicy valid(String document) {
        try {
            return PolicyDocument.read(document);
        } catch (SightlineException e) {
            return null;
        }
    }

    private static Optional<String> version(String document) {
        return Optional.ofNullable(valid(document)).map(BlenderPolicy::version);
    }

    /**
     * A change that can be carried out while the document with {@code etag} is in force; null: while none is. {@code before} is absent
     * if the document in force is not valid, which functions refuse.
     */
    public record Plan(
            @Nullable BlenderPolicy before, @Nullable String etag, BlenderPolicy next) {

        /** Whether the policy is in force already. */
        public boolean isDone() {
            return next.equals(before);
        }

        /** The difference; to the standard policy if the document in force is not valid. */
        public PolicyDiff diff() {
            return PolicyDiff.between(before == null ? StandardPolicy.policy() : before, next);
        }
    }
}
