package dev.sightline.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table.Cell;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class ProjectionReportTest {

    /** The label is the sign of the second feature; the first one, which is larger, pairs each cat with a dog. */
    private final FeatureTable table = new Rows(1)
            .add("cat", 9, 1)
            .add("cat", 6, 1)
            .add("cat", -9, 1)
            .add("dog", 9, -1)
            .add("dog", 6, -1)
            .add("dog", -9, -1)
            .table();

    private final LinearHead second = new LinearHead(new float[][] {{0, 1}}, new float[] {0});

    @Test
    void toSection_ofAProjectionToTheLabel_showsWhatItGains() {
        Section section = report(this::alone);
        List<Cell> ours = row(section, "projection, bits above zero");
        List<Cell> cosine = row(section, "features, cosine");
        assertThat(value(ours.get(2))).isEqualTo(1);
        assertThat(value(ours.get(3))).isCloseTo(0.4, within(1e-12));
        assertThat(ours.get(4)).isEqualTo(new Cell.Missing("itself"));
        assertThat(value(cosine.get(2))).isLessThan(1);
        assertThat(value(cosine.get(4))).isCloseTo(1 - value(cosine.get(2)), within(1e-12));
    }

    @Test
    void toSection_countsBytes() {
        Section section = report(this::alone);
        assertThat(row(section, "projection, bits above zero").get(1)).isEqualTo(new Cell.Count(1));
        assertThat(row(section, "projection, cosine").get(1)).isEqualTo(new Cell.Count(4));
        assertThat(row(section, "features, cosine").get(1)).isEqualTo(new Cell.Count(8));
    }

    @Test
    void toSection_withAllCatsNearDuplicates_countsNoneOfThemAsFound() {
        Section section = report(image -> image.label().equals("cat") ? -1 : alone(image));
        assertThat(value(row(section, "projection, bits above zero").get(2))).isEqualTo(0.5);
    }

    @Test
    void summary_namesDataModelAndSeed() {
        assertThat(report(this::alone).summary())
                .contains("pets", "clouds 1", "layer pooled", "seed 11", "the same 1 bytes");
    }

    private int alone(LabelledImage image) {
        return table.images().indexOf(image);
    }

    private Section report(ToIntFunction<LabelledImage> cluster) {
        return new ProjectionReport("pets", new HeadSplit(table, table, table), cluster, second, 11).toSection();
    }

    private static List<Cell> row(Section section, String vectors) {
        return section.tables().getFirst().rows().stream()
                .filter(row -> row.getFirst().equals(new Cell.Text(vectors)))
                .findFirst()
                .orElseThrow();
    }

    private static double value(Cell cell) {
        return ((Cell.Estimate) cell).interval().value();
    }
}
