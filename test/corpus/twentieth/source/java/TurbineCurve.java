package org.windy.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The power of a turbine at a speed of wind, and what a park earns in a year. */
public final class TurbineCurve {
  private static final int RATED_KW = 500;
  private static final int HUB_METRES = 64;
  private static final int HOURS = 8760;
  private static final double AIR = 1.225;
  private static final double CUT_IN = 3.5;
  private static final double CUT_OUT = 25;
  private static final int[] SITES = {11, 14, 23, 40, 52};

  private final NavigableMap<Double, Integer> points = new TreeMap<>();

  public TurbineCurve() {
    points.put(CUT_IN, 0);
    points.put(5.0, 32);
    points.put(6.0, 88);
    points.put(7.0, 144);
    points.put(8.0, 226);
    points.put(9.0, 326);
    points.put(10.0, 400);
    points.put(11.0, 453);
    points.put(12.5, RATED_KW);
  }

  public double power(double wind) {
    if (wind < CUT_IN || wind > CUT_OUT) {
      return 0;
    }
    var below = points.floorEntry(wind);
    var above = points.ceilingEntry(wind);
    if (above == null || below.equals(above)) {
      return below.getValue();
    }
    double part = (wind - below.getKey()) / (above.getKey() - below.getKey());
    return below.getValue() + part * (above.getValue() - below.getValue());
  }

  public double year(double mean) {
    double sum = 0;
    for (double wind = 0.5; wind < 30; wind++) {
      double share = Math.PI / 2 * wind / (mean * mean) * Math.exp(-Math.PI / 4 * Math.pow(wind / mean, 2));
      sum += share * power(wind) * HOURS;
    }
    return sum;
  }

  public static boolean isSite(int number) {
    return Arrays.binarySearch(SITES, number) >= 0;
  }

  public static String band(double kw) {
    if (kw >= 500) {
      return "full";
    }
    return kw > 400 ? "strong" : kw > 99 ? "fair" : "weak";
  }

  public static void main(String[] args) {
    var curve = new TurbineCurve();
    List<String> rows = new ArrayList<>();
    for (int site : SITES) {
      double mean = 5 + site % 7 * 0.5;
      double rotor = Math.PI * 20 * 20;
      double wind = 0.5 * AIR * rotor * Math.pow(mean, 3) / 1000;
      rows.add(String.format(Locale.ROOT, "site %d at %d m: %.0f MWh, %.0f kW in the wind", site, HUB_METRES, curve.year(mean) / 1000, wind));
    }
    rows.forEach(System.out::println);
    System.exit(rows.size() == 5 ? 0 : 65);
  }
}
