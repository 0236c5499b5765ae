package dev.sightline.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.lab.metrics.Interval;
import org.junit.jupiter.api.Test;

class NumberTextTest {

    @Test
    void decimal_ofANegativeThatRoundsToZero_hasNoSign() {
        assertEquals("0.00", NumberText.decimal(-0.004, 2));
        assertEquals("-0.01", NumberText.decimal(-0.005, 2));
        assertEquals("1,234.5", NumberText.decimal(1234.46, 1));
    }

    @Test
    void estimate_withEqualSidesAsShown_isPlusMinus() {
        assertEquals("0.53 ±0.04", NumberText.estimate(new Interval(0.53, 0.489, 0.574), 2));
    }

    @Test
    void estimate_withOtherSides_givesBothEnds() {
        assertEquals("0.53 [0.49, 0.58]", NumberText.estimate(new Interval(0.53, 0.49, 0.58), 2));
    }

    @Test
    void estimate_withoutSides_isTheValue() {
        assertEquals("1.000", NumberText.estimate(new Interval(1, 1, 1), 3));
    }

    @Test
    void shortest_keepsThreeDigits() {
        assertEquals("0", NumberText.shortest(0));
        assertEquals("1,280", NumberText.shortest(1280));
        assertEquals("1,235", NumberText.shortest(1234.6));
        assertEquals("100", NumberText.shortest(100));
        assertEquals("12.3", NumberText.shortest(12.345));
        assertEquals("0.5", NumberText.shortest(0.5));
        assertEquals("0.532", NumberText.shortest(0.5321));
        assertEquals("-0.00012", NumberText.shortest(-0.00012));
    }

    @Test
    void memory_isInGibibytes() {
        assertEquals("23.5 GiB", NumberText.memory(25_233_000_000L));
    }
}
