package dev.sightline.local.demo;

import dev.sightline.local.ask.ApiClient;
import dev.sightline.local.ask.ImageDots;
import dev.sightline.local.ask.ImageDots.Item;
import dev.sightline.local.ask.ImageIds;
import dev.sightline.local.ask.QueryAnswer;
import dev.sightline.local.demo.DemoAnswer.Emphasis;
import dev.sightline.local.demo.DemoAnswer.Mark;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.local.upload.Settlement;
import dev.sightline.visual.NormalizedBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One query of each kind. Which images they ask about is chosen by chance, the same in each run. */
final class DemoQueries {

    private static final int LIMIT = 10;
    private static final int LENS_LIMIT = 5;
    private static final int MIN_SAME = 20;

    private final ApiClient api;
    private final DemoMaterial material;
    private final Map<String, Set<String>> labels;
    private final List<String> chosen;
    private final Set<String> indexed;

    DemoQueries(ApiClient api, DemoMaterial material, Settlement settlement) {
        this.api = api;
        this.material = material;
        this.labels = material.labels();
        this.indexed = Set.copyOf(settlement.indexedKeys());
        this.chosen = choose(settlement);
    }

    private static List<String> choose(Settlement settlement) {
        CorpusChoice choice = new CorpusChoice(settlement.indexedKeys(DemoMaterial.CORPUS_PREFIX));
        List<String> ofLargeLabels = choice.images(2, MIN_SAME);
        List<String> chosen = ofLargeLabels.size() == 2 ? ofLargeLabels : choice.images(2, 1);
        if (chosen.size() < 2) {
            throw new LauncherException("expected at least 2 indexed images to ask about, got " + chosen.size());
        }
        return chosen;
    }

    List<DemoAnswer> ask() {
        List<DemoAnswer> answers = new ArrayList<>();
        answers.add(related(chosen.getFirst()));
        flashlight().ifPresent(answers::add);
        answers.add(lens(chosen.getLast()));
        return answers;
    }

    private DemoAnswer related(String key) {
        return new DemoAnswer(
                "Related Pins",
                "What looks like the stored image %s?".formatted(key),
                material.path(key),
                List.of(),
                DemoTruth.sameLabel(key, labels),
                QueryAnswer.of(api.related(ImageIds.of(key), LIMIT)));
    }

    /** Asks about the first scene in which something was detected that was placed there; else about a known box. */
    private Optional<DemoAnswer> flashlight() {
        List<FlashlightTarget> targets = new ArrayList<>();
        for (String scene : indexedScenes()) {
            List<FlashlightTarget> here = targets(scene);
            targets.addAll(here);
            if (here.stream().anyMatch(target -> target.detected().isPresent())) {
                break;
            }
        }
        return targets.stream()
                .max(Comparator.comparingDouble(FlashlightTarget::fit))
                .map(this::flashlight);
    }

    private List<String> indexedScenes() {
        return material.scenes().keySet().stream()
                .filter(indexed::contains)
                .sorted()
                .toList();
    }

    private List<FlashlightTarget> targets(String scene) {
        List<Item> objects = ImageDots.of(api.objects(ImageIds.of(scene))).objects();
        return material.scene(scene).placed().stream()
                .map(placed -> new FlashlightTarget(scene, placed, objects))
                .toList();
    }

    private DemoAnswer flashlight(FlashlightTarget target) {
        List<Mark> marks = new ArrayList<>();
        target.others().forEach(item -> marks.add(new Mark(item.box(), item.category(), Emphasis.DETECTED)));
        marks.add(new Mark(target.box(), target.caption(), Emphasis.ASKED));
        return new DemoAnswer(
                "Flashlight",
                "What looks like this part of the scene %s?".formatted(target.scene()),
                material.path(target.scene()),
                marks,
                DemoTruth.theImage(target.placed().key(), labels),
                QueryAnswer.of(target.ask(api, LIMIT)));
    }

    private DemoAnswer lens(String key) {
        Path photo = material.photoOf(key);
        QueryAnswer answer = QueryAnswer.of(api.lens(DemoMaterial.read(photo), "image/jpeg", LENS_LIMIT));
        List<Mark> marks = new ArrayList<>();
        answer.groups().forEach(group -> {
            NormalizedBox box = group.box();
            if (box != null) {
                marks.add(new Mark(box, group.title(), Emphasis.DETECTED));
            }
        });
        return new DemoAnswer(
                "Lens",
                "What looks like a photo that is not stored? (%s as a JPEG file on white)".formatted(key),
                photo,
                marks,
                DemoTruth.theImage(key, labels),
                answer);
    }
}
