package dev.sightline.bench.micro;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sightline.blender.blend.BlendedQuery;
import dev.sightline.blender.blend.CandidateBlender;
import dev.sightline.blender.rank.RankedQuery;
import dev.sightline.blender.respond.Answer;
import dev.sightline.blender.respond.AnswerWriter;
import dev.sightline.blender.search.Candidate;
import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.blender.search.SourceOutcome.Found;
import dev.sightline.visual.ImageSignature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What the blender does once its sources have answered: five sources with 200 candidates each become 100 results, and those become JSON.
 * Beside it: taking the candidates in turn without looking at them, and the bytes of a text that is ready.
 */
@State(Scope.Benchmark)
public class AnswerBenchmark {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private final SearchedQuery searched = FiveSources.searched();
    private final Answer answer = write(new CandidateBlender().blend(searched));
    private final String text = text(answer);

    private static Answer write(BlendedQuery blended) {
        return new AnswerWriter().respond(new RankedQuery(blended, null), null, "request", Duration.ofMillis(17));
    }

    private static String text(Answer answer) {
        try {
            return MAPPER.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    public Set<ImageSignature> inTurn() {
        Set<ImageSignature> results = new LinkedHashSet<>();
        for (int place = 0; results.size() < FiveSources.LIMIT; place++) {
            for (var outcome : searched.focuses().getFirst().outcomes()) {
                if (outcome instanceof Found found && place < found.candidates().size()) {
                    Candidate candidate = found.candidates().get(place);
                    results.add(candidate.image().signature());
                }
            }
        }
        return results;
    }

    @Benchmark
    public BlendedQuery blend() {
        return new CandidateBlender().blend(searched);
    }

    @Benchmark
    public byte[] readyText() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public byte[] json() throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(answer);
    }
}
