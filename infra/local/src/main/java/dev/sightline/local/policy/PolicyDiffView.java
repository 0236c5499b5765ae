package dev.sightline.local.policy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.policy.PolicyChange;
import dev.sightline.policy.PolicyDiff;
import dev.sightline.policy.ShareChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A difference for people and machines. */
public final class PolicyDiffView {

    private static final int PERCENT = 100;

    private PolicyDiffView() {}

    /** The places that differ, then what that means for the sources' shares. */
    public static List<String> lines(PolicyDiff diff) {
        List<String> lines = new ArrayList<>();
        lines.add("%s -> %s".formatted(diff.before(), diff.after()));
        if (diff.isEmpty()) {
            lines.add("  no difference" + (diff.before().equals(diff.after()) ? "" : " but the version"));
        }
        diff.changes().forEach(change -> lines.add("  " + line(change)));
        if (!diff.shares().isEmpty()) {
            lines.add("shares of an answer whose sources are all triggered with a confidence of 1:");
            groups(diff).forEach((group, shares) -> lines.add("  %s: %s".formatted(group, line(shares))));
        }
        return List.copyOf(lines);
    }

    private static String line(PolicyChange change) {
        if (change.before() == null) {
            return "+ %s: %s".formatted(change.path(), change.after());
        }
        if (change.after() == null) {
            return "- %s: %s".formatted(change.path(), change.before());
        }
        return "  %s: %s -> %s".formatted(change.path(), change.before(), change.after());
    }

    private static Map<String, List<ShareChange>> groups(PolicyDiff diff) {
        return diff.shares().stream()
                .collect(Collectors.groupingBy(
                        share -> share.mix().slug() + (share.rule() == null ? "" : ", " + share.rule()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static String line(List<ShareChange> shares) {
        return shares.stream()
                .map(share ->
                        "%s %s -> %s".formatted(share.source().slug(), percent(share.before()), percent(share.after())))
                .collect(Collectors.joining(", "));
    }

    private static String percent(double share) {
        return share == 0 ? "off" : String.format(Locale.ROOT, "%.0f %%", PERCENT * share);
    }

    public static ObjectNode json(PolicyDiff diff) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("before", diff.before())
                .put("after", diff.after());
        var changes = json.putArray("changes");
        diff.changes().forEach(change -> {
            ObjectNode node = changes.addObject().put("path", change.path());
            putIfPresent(node, "before", change.before());
            putIfPresent(node, "after", change.after());
        });
        var shares = json.putArray("shares");
        diff.shares().forEach(share -> {
            ObjectNode node = shares.addObject().put("mix", share.mix().slug());
            putIfPresent(node, "rule", share.rule());
            node.put("source", share.source().slug())
                    .put("before", share.before())
                    .put("after", share.after());
        });
        return json;
    }

    private static void putIfPresent(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
