package dev.sightline.lab.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A data set in two halves without a common picture: settings are chosen on {@code tuning} and measured on {@code evaluation}. */
public record BoxedHalves(BoxedDataSet tuning, BoxedDataSet evaluation) {

    /** Halves at random; the same seed gives the same halves. */
    public static BoxedHalves of(BoxedDataSet dataSet, long seed) {
        List<Integer> order =
                IntStream.range(0, dataSet.pictures().size()).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(order, new Random(seed));
        int half = order.size() / 2;
        return new BoxedHalves(
                dataSet.select(dataSet.name() + ", tuning half", order.subList(0, half)),
                dataSet.select(dataSet.name() + ", other half", order.subList(half, order.size())));
    }
}
