package dev.sightline.lab.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WorkloadTest {

    @Test
    void inWords_atEachPowerOfAThousand_isShort() {
        assertThat(Workload.inWords(999)).isEqualTo("999");
        assertThat(Workload.inWords(10_000)).isEqualTo("10 k");
        assertThat(Workload.inWords(2_500_000)).isEqualTo("2.5 M");
        assertThat(Workload.inWords(1_000_000_000)).isEqualTo("1 B");
        assertThat(Workload.inWords(3_000_000_000_000L)).isEqualTo("3000 B");
    }

    @Test
    void usual_hasAsManyObjectsAsTheFiguresSay() {
        QuantityTable<Figure> figures = QuantityTable.figures().with(Figure.OBJECTS_PER_IMAGE, 1.5);

        Workload workload = Workload.usual(1001, 3, figures);

        assertThat(workload).isEqualTo(new Workload(1001, 1502, 3));
        assertThat(workload.vectors()).isEqualTo(2503);
    }

    @Test
    void new_withImpossibleNumbers_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Workload(0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Workload(1, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Workload(1, 0, Double.NaN));
    }
}
