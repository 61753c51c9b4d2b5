package org.example.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {
    @ParameterizedTest
    @ValueSource(ints = {400, 404, 429, 500, 503})
    void isLong(int millimetres) {
        assertTrue(Measure.of(millimetres).isLong());
    }

    @ParameterizedTest
    @CsvSource({"400, 40.0", "404, 40.4", "500, 50.0"})
    void converts(int mm, double cm) {
        assertEquals(cm, Measure.of(mm).centimetres());
    }

    @Test
    void sorts() {
        List<Integer> in = List.of(503, 187, 88, 326, 34, 64);
        assertArrayEquals(new int[] {34, 64, 88, 187, 326, 503}, Measure.sort(in));
        assertEquals(500, Measure.round(503, 50));
        assertEquals(404, Measure.of(404).millimetres(), "404 mm stay 404 mm");
    }

    @Test
    void names() {
        assertEquals("duplicate", Measure.compare(500, 500).label());
        assertEquals("not_found", Measure.find(List.of(), 404).label());
    }
}
