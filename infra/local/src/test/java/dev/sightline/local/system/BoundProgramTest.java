package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundProgramTest {

    @Test
    void run_toTheEnd_returnsTheExitCode() throws Exception {
        assertThat(new BoundProgram(new ProcessBuilder("sh", "-c", "exit 3")).run())
                .isEqualTo(3);
    }

    @Test
    void end_ofAProgramWithAChild_endsBoth() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "sleep 60 & echo started; wait").start();
        assertThat(process.inputReader().readLine()).isEqualTo("started");
        List<ProcessHandle> children = process.descendants().toList();
        assertThat(children).isNotEmpty();

        BoundProgram.end(process);

        assertThat(process.isAlive()).isFalse();
        for (ProcessHandle child : children) {
            child.onExit().get(5, TimeUnit.SECONDS);
        }
    }
}
