package dev.sightline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BulkWriterTest {

    private static final int ATTEMPTS = 3;
    private static final ImageSignature FIRST = ImageSignature.of(new byte[] {1});
    private static final ImageSignature SECOND = ImageSignature.of(new byte[] {2});

    private final List<String> sent = new ArrayList<>();
    private final Deque<JsonNode> answers = new ArrayDeque<>();
    private final BulkWriter writer = new BulkWriter(
            lines -> {
                sent.add(lines);
                return answers.remove();
            },
            new RetryDelays(ATTEMPTS, Duration.ofMillis(1)));

    @Test
    void run_withItemRefusedForNow_sendsOnlyThatItemAgain() {
        answers.add(written(201, 429, 503));
        answers.add(written(200, 200));
        BulkItem busy = write(SECOND, "b");
        BulkItem unassigned = write(SECOND, "c");

        assertThat(writer.run(List.of(write(FIRST, "a"), busy, unassigned))).isEmpty();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).isEqualTo(busy.lines() + unassigned.lines());
    }

    /** ml-commons#2438. */
    @Test
    void run_withFiveOfAHundredRefused_repeatsThoseAndLosesNone() {
        int[] first = IntStream.range(0, 100).map(i -> i % 20 == 7 ? 429 : 201).toArray();
        answers.add(written(first));
        answers.add(written(201, 201, 429, 201, 201));
        answers.add(written(201));
        List<BulkItem> items = IntStream.range(0, 100)
                .mapToObj(i -> write(ImageSignature.of(new byte[] {(byte) i}), "item-" + i))
                .toList();

        assertThat(writer.run(items)).isEmpty();
        assertThat(sent).hasSize(3);
        assertThat(sent.get(1))
                .isEqualTo(Stream.of(7, 27, 47, 67, 87)
                        .map(i -> items.get(i).lines())
                        .collect(Collectors.joining()));
        assertThat(sent.get(2)).isEqualTo(items.get(47).lines());
    }

    @Test
    void run_withItemRefusedForever_givesUpAndNamesIt() {
        answers.addAll(List.of(written(201, 429), written(429), written(429)));

        Map<ImageSignature, SightlineException> failures = writer.run(List.of(write(FIRST, "a"), write(SECOND, "b")));

        assertThat(failures).containsOnlyKeys(SECOND);
        assertThat(failure(failures, SECOND).code()).isEqualTo(ErrorCode.INDEX_UNAVAILABLE);
        assertThat(sent).hasSize(ATTEMPTS);
    }

    @Test
    void run_withBrokenItem_namesItAndDoesNotRepeat() {
        answers.add(written(400, 201));

        Map<ImageSignature, SightlineException> failures = writer.run(List.of(write(FIRST, "a"), write(SECOND, "b")));

        assertThat(failures).containsOnlyKeys(FIRST);
        assertThat(failure(failures, FIRST).code()).isEqualTo(ErrorCode.DEFECT);
        assertThat(failure(failures, FIRST)).hasMessageContaining("status 400").hasMessageContaining("because");
    }

    @Test
    void run_ofDeletionOfWhatIsGone_succeeds() {
        answers.add(answer("delete", 404));

        assertThat(writer.run(List.of(BulkItem.delete("index", "a", FIRST)))).isEmpty();
        assertThat(sent.getFirst()).isEqualTo("""
                        {"delete":{"_index":"index","_id":"a"}}
                        """);
    }

    @Test
    void run_withoutAnswer_givesUpAndNamesAllImages() {
        BulkWriter unheard = new BulkWriter(
                lines -> {
                    sent.add(lines);
                    throw new SightlineException(ErrorCode.INDEX_UNAVAILABLE, "no answer");
                },
                new RetryDelays(ATTEMPTS, Duration.ofMillis(1)));

        assertThat(unheard.run(List.of(write(FIRST, "a"), write(SECOND, "b")))).containsOnlyKeys(FIRST, SECOND);
        assertThat(sent).hasSize(ATTEMPTS);
    }

    @Test
    void run_withRequestRefusedForGood_throws() {
        BulkWriter refused = new BulkWriter(
                lines -> {
                    throw new SightlineException(ErrorCode.DEFECT, "no");
                },
                new RetryDelays(ATTEMPTS, Duration.ofMillis(1)));

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> refused.run(List.of(write(FIRST, "a"))))
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(ErrorCode.DEFECT));
    }

    @Test
    void run_ofMuch_sendsSeveralRequests() {
        answers.addAll(List.of(written(201), written(201)));
        ObjectNode large = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(3_000_000));

        assertThat(writer.run(List.of(
                        BulkItem.write("index", "a", FIRST, large), BulkItem.write("index", "b", SECOND, large))))
                .isEmpty();
        assertThat(sent).hasSize(2);
    }

    @Test
    void run_ofNothing_sendsNothing() {
        assertThat(writer.run(List.of())).isEmpty();
        assertThat(sent).isEmpty();
    }

    private static SightlineException failure(
            Map<ImageSignature, SightlineException> failures, ImageSignature signature) {
        return Stream.ofNullable(failures.get(signature)).findFirst().orElseThrow();
    }

    private static BulkItem write(ImageSignature image, String id) {
        return BulkItem.write("index", id, image, JsonNodeFactory.instance.objectNode());
    }

    private static JsonNode written(int... statuses) {
        return answer("index", statuses);
    }

    private static JsonNode answer(String action, int... statuses) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        for (int status : statuses) {
            ObjectNode result = items.addObject().putObject(action).put("status", status);
            result.putObject("error").put("reason", "because");
        }
        return answer;
    }
}
