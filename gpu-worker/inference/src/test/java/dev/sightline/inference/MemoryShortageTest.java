package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import ai.djl.translate.TranslateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryShortageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error code - ORT_RUNTIME_EXCEPTION - message: Non-zero status code returned while running Conv node. "
                        + "bfc_arena.cc:359 AllocateRawInternal Failed to allocate memory for requested buffer of size 123",
                "CUDA failure 2: out of memory ; GPU=0",
                "CUDNN failure 4: CUDNN_STATUS_ALLOC_FAILED",
                "std::bad_alloc",
                "bad allocation"
            })
    void isMeantBy_withWordsOfAnEngineBelow_isTrue(String message) {
        assertThat(MemoryShortage.isMeantBy(new TranslateException("failed", new EngineException(message))))
                .isTrue();
    }

    @Test
    void isMeantBy_withDirectBuffersRefused_isTrue() {
        assertThat(MemoryShortage.isMeantBy(new OutOfMemoryError(
                        "Cannot reserve 8 bytes of direct buffer memory (allocated: 10, limit: 12)")))
                .isTrue();
    }

    @Test
    void isMeantBy_withFullHeapOrAnotherFailure_isFalse() {
        assertThat(MemoryShortage.isMeantBy(new OutOfMemoryError("Java heap space")))
                .isFalse();
        assertThat(MemoryShortage.isMeantBy(new EngineException("Invalid rank for input: image")))
                .isFalse();
        assertThat(MemoryShortage.isMeantBy(new EngineException((String) null))).isFalse();
    }
}
