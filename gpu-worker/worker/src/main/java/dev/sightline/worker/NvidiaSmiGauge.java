package dev.sightline.worker;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Asks {@code nvidia-smi}, the program that comes with the driver; of several GPUs the mean. A driver without it is told of once. */
final class NvidiaSmiGauge implements GpuGauge {

    private static final Logger LOG = System.getLogger(NvidiaSmiGauge.class.getName());

    /** One line for each GPU: a whole number of percent. */
    static final List<String> COMMAND =
            List.of("nvidia-smi", "--query-gpu=utilization.gpu", "--format=csv,noheader,nounits");

    private static final Pattern PERCENT = Pattern.compile("100|\\d{1,2}");
    private static final long SECONDS = 5;

    private final List<String> command;
    private boolean silent;

    NvidiaSmiGauge(List<String> command) {
        this.command = List.copyOf(command);
    }

    @Override
    public OptionalDouble utilization() {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    return none("it took longer than %d s".formatted(SECONDS));
                }
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                OptionalDouble mean = mean(said);
                return mean.isPresent() ? mean : none("it said '%s'".formatted(said.strip()));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return none(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalDouble.empty();
        }
    }

    /** The mean of the lines that are percentages: a GPU that does not know says {@code [N/A]}. */
    static OptionalDouble mean(String said) {
        return Arrays.stream(said.split("\\R"))
                .map(String::strip)
                .filter(line -> PERCENT.matcher(line).matches())
                .mapToDouble(Double::parseDouble)
                .average();
    }

    private OptionalDouble none(String why) {
        if (!silent) {
            LOG.log(Level.WARNING, "the GPU's utilization is not known: {0}: {1}", command.getFirst(), why);
            silent = true;
        }
        return OptionalDouble.empty();
    }
}
