package io.twinslice.ransim;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the base stations of a network stand, and the area that its UEs move in. Metres on a plane.
 *
 * @param sites one cell each, with an antenna that radiates evenly all around, 1..37
 * @param low corner of the area with the lowest coordinates
 * @param high corner of the area with the highest coordinates
 */
public record Layout(List<Point> sites, Point low, Point high) {
    private static final int MAX_SITES = 37;

    /**
     * A point of the plane.
     *
     * @param x -100000..100000
     * @param y -100000..100000
     */
    public record Point(double x, double y) {
        public Point {
            Range.require("x", x, -1e5, 1e5);
            Range.require("y", y, -1e5, 1e5);
        }

        double distanceTo(double otherX, double otherY) {
            double dx = x - otherX;
            double dy = y - otherY;
            return Math.sqrt(dx * dx + dy * dy);
        }
    }

    public Layout {
        sites = List.copyOf(sites);
        Range.require("number of sites", sites.size(), 1, MAX_SITES);
        if (low.x() >= high.x() || low.y() >= high.y()) {
            throw new IllegalArgumentException("the area from " + low + " to " + high + " is empty");
        }
    }

    /**
     * A site in the middle and rings of sites around it, each as far from its neighbours. The area reaches half that
     * distance beyond the outermost sites.
     *
     * @param rings 0..3, which make 1, 7, 19 or 37 sites
     * @param spacingMetres between neighbours, 10..20000
     */
    public static Layout hexagon(int rings, double spacingMetres) {
        Range.require("rings", rings, 0, 3);
        Range.require("spacingMetres", spacingMetres, 10, 20_000);
        List<Point> sites = new ArrayList<>();
        double row = StrictMath.sqrt(3) / 2;
        for (int b = -rings; b <= rings; b++) {
            for (int a = Math.max(-rings, -rings - b); a <= Math.min(rings, rings - b); a++) {
                sites.add(new Point(spacingMetres * (a + b / 2.0), spacingMetres * row * b));
            }
        }
        double reach = spacingMetres * (rings + 0.5);
        return new Layout(sites, new Point(-reach, -reach), new Point(reach, reach));
    }

    /**
     * Sites on a grid under the roof of a hall, whose walls are half a spacing away from the outermost sites.
     *
     * @param columns sites in a row, at least 1
     * @param rows at least 1; at most 37 sites in all
     * @param spacingMetres between neighbours, 5..1000
     */
    public static Layout hall(int columns, int rows, double spacingMetres) {
        Range.require("columns", columns, 1, MAX_SITES);
        Range.require("rows", rows, 1, MAX_SITES);
        Range.require("spacingMetres", spacingMetres, 5, 1000);
        List<Point> sites = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                sites.add(new Point((column + 0.5) * spacingMetres, (row + 0.5) * spacingMetres));
            }
        }
        return new Layout(sites, new Point(0, 0), new Point(columns * spacingMetres, rows * spacingMetres));
    }
}
