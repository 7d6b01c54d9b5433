package org.migrationhub.server.site.read;

import java.util.List;
import org.migrationhub.server.site.page.Tally;

/**
 * The front page.
 *
 * @param practices how many practices there are
 * @param resources how many resources there are
 * @param countries in how many countries
 * @param objectives every numbered objective, with what there is
 * @param general what concerns the Compact as a whole
 * @param gaps how many objectives have nothing yet
 * @param rays the same as a picture
 * @param featured what editors show before others, with their sentences
 * @param newest what else was published last
 */
public record Front(
        long practices,
        long resources,
        long countries,
        List<Tally> objectives,
        Tally general,
        long gaps,
        List<Ray> rays,
        List<Card> featured,
        List<Card> newest) {

    /**
     * One objective in the picture: a ray from the middle, whose length says how much there is.
     *
     * @param x1 where it begins
     * @param y1 where it begins
     * @param x2 where it ends
     * @param y2 where it ends
     * @param gap whether there is nothing
     */
    public record Ray(String x1, String y1, String x2, String y2, boolean gap) {

        private static final int INNER = 46;
        private static final int LONGEST = 50;

        /** The ray of one of several. */
        static Ray of(int index, int all, int share) {
            double angle = 2 * Math.PI * index / all - Math.PI / 2;
            double outer = INNER + LONGEST * share / 100.0;
            return new Ray(
                    number(INNER * Math.cos(angle)),
                    number(INNER * Math.sin(angle)),
                    number(outer * Math.cos(angle)),
                    number(outer * Math.sin(angle)),
                    share == 0);
        }

        private static String number(double value) {
            return String.valueOf(Math.round(value * 10) / 10.0);
        }
    }
}
