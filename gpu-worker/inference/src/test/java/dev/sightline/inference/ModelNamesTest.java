package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ModelNamesTest {

    @Test
    void embedder_withLayer_isDividedAtTheSign() {
        ModelNames names = new ModelNames("nanodet", "nanodet", "vgg16@fc6");

        assertThat(names.embedderFolder()).isEqualTo("vgg16");
        assertThat(names.embedderLayer()).isEqualTo("fc6");
    }

    @Test
    void embedder_withoutLayer_isTheFolder() {
        assertThat(ModelNames.DEFAULT.embedderFolder()).isEqualTo("efficientnet-lite0");
        assertThat(ModelNames.DEFAULT.embedderLayer()).isNull();
    }

    @Test
    void embedder_withoutFolderOrWithEmptyLayer_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelNames("d", "d", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelNames("d", "d", "@fc6"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelNames("d", "d", "vgg16@"));
    }
}
