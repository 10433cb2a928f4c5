package io.twinslice.lab.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.lab.report.TwinSeries.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The numbers behind the plots as JSON that may stand inside a script element. */
final class PlotData {
    /** More points than a plot has pixels tell nobody anything. */
    static final int MAX_POINTS = 1200;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlotData() {}

    static String json(ReportData data) {
        ObjectNode json = MAPPER.createObjectNode();
        policies(json.putObject("policies"), data);
        ArrayNode live = json.putArray("live");
        data.live().forEach(series -> twin(live.addObject(), series));
        ArrayNode marks = json.putArray("marks");
        data.marks().forEach(mark -> marks.addObject().put("t", mark.seconds()).put("label", visible(mark.label())));
        ObjectNode training = json.putObject("training");
        numbers(training, "generation", data.training(), ReportData.Generation::generation);
        numbers(training, "best", data.training(), ReportData.Generation::bestViolationSeconds);
        numbers(training, "mean", data.training(), ReportData.Generation::meanViolationSeconds);
        return Shell.inScript(json.toString());
    }

    static void curves(ObjectNode json, Plot.Curves plot) {
        json.put("x", visible(plot.x()))
                .put("y", visible(plot.y()))
                .put("stepped", plot.stepped())
                .put("logarithmic", plot.logarithmic());
        ArrayNode all = json.putArray("series");
        for (Plot.Series series : plot.series()) {
            ObjectNode one = all.addObject().put("name", visible(series.name())).put("dashed", series.dashed());
            thin(one, "x", series.x());
            thin(one, "y", series.y());
            if (!series.low().isEmpty()) {
                thin(one, "low", series.low());
                thin(one, "high", series.high());
            }
        }
        ArrayNode shaded = json.putArray("shaded");
        plot.shaded().forEach(span -> shaded.addArray().add(span.begin()).add(span.end()));
    }

    static void bars(ObjectNode json, Plot.Bars plot) {
        json.put("unit", visible(plot.unit()));
        ArrayNode rows = json.putArray("bars");
        for (Plot.Bar bar : plot.bars()) {
            rows.addObject()
                    .put("name", visible(bar.name()))
                    .put("value", bar.value().value())
                    .put("low", bar.value().low())
                    .put("high", bar.value().high())
                    .put("chosen", bar.chosen());
        }
    }

    /** Every n-th value, so that they fit. */
    private static void thin(ObjectNode json, String name, List<Double> values) {
        int stride = (values.size() + MAX_POINTS - 1) / MAX_POINTS;
        ArrayNode array = json.putArray(name);
        for (int i = 0; i < values.size(); i += Math.max(1, stride)) {
            double value = values.get(i);
            if (Double.isFinite(value)) {
                array.add((float) value);
            } else {
                array.addNull();
            }
        }
    }

    private static void policies(ObjectNode json, ReportData data) {
        json.put("candidate", visible(data.candidate()));
        ArrayNode names = json.putArray("names");
        data.policies().forEach(policy -> names.add(visible(policy.name())));
        estimates(json.putObject("violationSeconds"), data, PolicyResult::violationSeconds);
        estimates(json.putObject("prbSeconds"), data, PolicyResult::prbSeconds);
        estimates(json.putObject("aoiP99Millis"), data, PolicyResult::aoiP99Millis);
    }

    private static void estimates(ObjectNode json, ReportData data, Function<PolicyResult, Estimate> column) {
        List<Estimate> estimates = data.policies().stream().map(column).toList();
        numbers(json, "value", estimates, Estimate::value);
        numbers(json, "low", estimates, Estimate::low);
        numbers(json, "high", estimates, Estimate::high);
    }

    private static void twin(ObjectNode json, TwinSeries series) {
        json.put("twin", visible(series.twin()));
        series.deadlineMillis().ifPresentOrElse(limit -> json.put("deadline", limit), () -> json.putNull("deadline"));
        series.aoiLimitMillis().ifPresentOrElse(limit -> json.put("aoiLimit", limit), () -> json.putNull("aoiLimit"));
        List<Window> windows = thinned(series.windows());
        numbers(json, "t", windows, Window::endSeconds);
        numbers(json, "dedicated", windows, Window::dedicatedPercent);
        numbers(json, "min", windows, Window::minPercent);
        numbers(json, "max", windows, Window::maxPercent);
        numbers(json, "delay", windows, Window::delayMillis);
        numbers(json, "aoi", windows, Window::aoiMillis);
        numbers(json, "violated", windows, window -> window.violated() ? 1 : 0);
    }

    /**
     * Joins neighbours until they fit; a joined window keeps the worst delay, age and violation, and the last quota.
     */
    static List<Window> thinned(List<Window> windows) {
        int join = (windows.size() + MAX_POINTS - 1) / MAX_POINTS;
        if (join <= 1) {
            return windows;
        }
        List<Window> thinned = new ArrayList<>();
        for (int begin = 0; begin < windows.size(); begin += join) {
            List<Window> group = windows.subList(begin, Math.min(begin + join, windows.size()));
            Window last = group.getLast();
            thinned.add(new Window(
                    last.endSeconds(),
                    last.dedicatedPercent(),
                    last.minPercent(),
                    last.maxPercent(),
                    group.stream().mapToDouble(Window::delayMillis).max().orElseThrow(),
                    group.stream().mapToDouble(Window::aoiMillis).max().orElseThrow(),
                    group.stream().anyMatch(Window::violated)));
        }
        return thinned;
    }

    private static <T> void numbers(ObjectNode json, String name, List<T> values, ToDoubleFunction<T> number) {
        ArrayNode array = json.putArray(name);
        for (T value : values) {
            double exact = number.applyAsDouble(value);
            if (exact == Math.rint(exact) && Math.abs(exact) < 1e15) {
                array.add((long) exact);
            } else {
                array.add(Math.rint(exact * 1e4) / 1e4);
            }
        }
    }

    private static String visible(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(Html.visible(point)));
        return clean.toString();
    }
}
