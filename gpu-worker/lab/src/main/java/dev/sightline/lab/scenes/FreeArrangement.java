package dev.sightline.lab.scenes;

import java.util.List;
import java.util.Random;

/** Cut-outs anywhere inside the frame, turned a little, in another light, one over another. */
final class FreeArrangement implements Arrangement {

    private static final int FEWEST = 2;
    private static final int MOST = 6;
    private static final double SMALLEST = 0.15;
    private static final double LARGEST = 0.6;
    private static final double MAX_TURN = Math.toRadians(15);
    private static final double LEAST_LIGHT = 0.75;
    private static final double MOST_LIGHT = 1.2;
    private static final double LEAST_CONTRAST = 0.8;
    private static final double MOST_CONTRAST = 1.2;

    @Override
    public int count(Random random) {
        return random.nextInt(FEWEST, MOST + 1);
    }

    @Override
    public void lay(List<CutOut> cutOuts, Canvas canvas, Random random) {
        for (CutOut cutOut : cutOuts) {
            CutOut changed = changed(cutOut, random);
            int left = random.nextInt(Canvas.WIDTH - changed.width() + 1);
            int top = random.nextInt(Canvas.HEIGHT - changed.height() + 1);
            canvas.lay(changed, left, top);
        }
    }

    private static CutOut changed(CutOut cutOut, Random random) {
        double longest = Math.max(cutOut.width(), cutOut.height());
        double wanted = random.nextDouble(SMALLEST, LARGEST) * Canvas.HEIGHT;
        double scale = Math.min(wanted / longest, MAX_ENLARGEMENT);
        int width = (int) Math.max(1, Math.round(cutOut.width() * scale));
        int height = (int) Math.max(1, Math.round(cutOut.height() * scale));
        double contrast = random.nextDouble(LEAST_CONTRAST, MOST_CONTRAST);
        double light = random.nextDouble(LEAST_LIGHT, MOST_LIGHT);
        return cutOut.resized(width, height)
                .turned(random.nextDouble(-MAX_TURN, MAX_TURN))
                .lit(contrast, light);
    }
}
