package dev.sightline.blender.blend;

import dev.sightline.blender.search.Candidate;
import dev.sightline.blender.search.Candidate.CoSaved;
import dev.sightline.blender.search.Candidate.Finding;
import dev.sightline.blender.search.Candidate.HeldObjects;
import dev.sightline.blender.search.Candidate.HeldWords;
import dev.sightline.blender.search.Candidate.Lookalike;
import dev.sightline.blender.search.Candidate.Remembered;
import dev.sightline.events.Frame;
import dev.sightline.index.ObjectNeighbor;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.policy.CandidateSource;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.ObjectId;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Images that are known by names. Each looks like no other, with about half of {@value #BITS} bits different, unless they are told to be
 * alike; then {@value #ALIKE_BITS} bits differ.
 */
final class Pictures {

    static final Pattern NAMES = Pattern.compile(" ");

    private static final int BITS = 1024;

    /** Less than 5 % of the bits. */
    private static final int ALIKE_BITS = 20;

    private static final NormalizedBox BOX = new NormalizedBox(0.25, 0.25, 0.5, 0.5);

    private final Map<ImageSignature, String> names = new HashMap<>();
    private final Map<String, String> alike = new HashMap<>();

    static ImageSignature signature(String name) {
        return ImageSignature.of(name.getBytes(StandardCharsets.UTF_8));
    }

    void alike(String first, List<String> others) {
        others.forEach(other -> alike.put(other, first));
    }

    String name(ImageSignature signature) {
        String name = names.get(signature);
        if (name == null) {
            throw new AssertionError("expected an image that was found, got " + signature);
        }
        return name;
    }

    /** What a source found; a name in brackets is a fallback. */
    Candidate candidate(CandidateSource source, String text) {
        boolean fallback = text.startsWith("(");
        String name = fallback ? text.substring(1, text.length() - 1) : text;
        names.put(signature(name), name);
        return new Candidate(image(name), finding(source, name), fallback);
    }

    private StoredImage image(String name) {
        return new StoredImage(
                signature(name),
                Fixtures.aModelSet().id(),
                List.of(name + ".png"),
                new Frame("png", 100, 50),
                List.of(),
                List.of(),
                binary(name),
                Fixtures.NOW);
    }

    private BinaryEmbedding binary(String name) {
        String first = alike.get(name);
        BitSet bits = bits(first == null ? name : first);
        if (first != null) {
            bits.flip(0, ALIKE_BITS);
        }
        return BinaryEmbedding.ofBits(bits, BITS);
    }

    private static BitSet bits(String name) {
        byte[] random = new byte[BITS / Byte.SIZE];
        new Random(name.hashCode()).nextBytes(random);
        return BitSet.valueOf(random);
    }

    private static Finding finding(CandidateSource source, String name) {
        return switch (source) {
            case VISUAL_SEARCH -> new Lookalike(100, 0.25, 0.5);
            case OBJECT_SEARCH -> {
                StoredObject object = new StoredObject(
                        new ObjectId(signature(name), 0), new DetectedObject("chair", 0.9, BOX), List.of());
                yield new HeldObjects(new ObjectNeighbor(object, 100, 0.25, 0.5), List.of(), 0.5);
            }
            case IMAGE_SEARCH -> new HeldWords(List.of("chair"), 0.5, false);
            case CO_SAVE -> new CoSaved(2, 0.5);
            case REMEMBERED_WINNERS -> new Remembered(1);
        };
    }
}
