package io.twinslice.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    private static final String HOSTILE = "</script><script>document.body.dataset.owned=1</script>"
            + "<img src=x onerror=alert(1)>'\"&\u202e\u0000\n{{7*7}}";

    @TempDir
    private Path folder;

    @Test
    void aBrowserDrawsCurvesAndBarsAndHostileTextsStayTexts() throws Exception {
        String dom = Browser.rendered(folder, page(HOSTILE).html(), "#check", "--window-size=1280,900");
        assertThat(Browser.attribute(dom, "script-errors")).isEmpty();
        assertThat(Browser.attribute(dom, "owned")).isEmpty();
        assertThat(Browser.attribute(dom, "plots")).contains("3");
        assertThat(Browser.attribute(dom, "painted")).contains("3");
        assertThat(Browser.attribute(dom, "overflow")).contains("0");
    }

    @Test
    void theSameCallsGiveTheSamePage() {
        assertThat(page("x").html()).isEqualTo(page("x").html());
    }

    @Test
    void aRowThatDoesNotFitItsHeadingsIsRefused() {
        Page page = new Page("Twinslice test", "A row is too short");
        assertThatThrownBy(() -> page.table("", List.of("a", "#b"), List.of(List.of("only"))))
                .hasMessageContaining("a row of 1 cells under 2 headings");
    }

    @Test
    void aSeriesOfUnequalListsIsRefused() {
        assertThatThrownBy(() -> Plot.Series.of("short", List.of(1.0, 2.0), List.of(1.0)))
                .hasMessageContaining("\"short\"");
    }

    private static Page page(String text) {
        List<Double> x = List.of(0.0, 1.0, 2.0, 3.0);
        Plot curves = new Plot.Curves(
                "Delay " + text,
                "s",
                "ms",
                true,
                false,
                List.of(
                        new Plot.Series(
                                "banded" + text,
                                x,
                                List.of(1.0, 3.0, Double.NaN, 2.0),
                                List.of(0.5, 2.0, 1.0, 1.5),
                                List.of(1.5, 4.0, 3.0, 2.5),
                                false),
                        Plot.Series.reference("limit", x, List.of(3.0, 3.0, 3.0, 3.0))),
                List.of(new Plot.Span(1, 2)));
        Plot plain =
                new Plot.Curves("Rate", "s", "Mbit/s", List.of(Plot.Series.of("a", x, List.of(1.0, 2.0, 1.0, 2.0))));
        Plot bars = new Plot.Bars(
                "Cost",
                "s",
                List.of(
                        new Plot.Bar("equal", new Estimate(3, 2, 4), false),
                        new Plot.Bar("oracle" + text, new Estimate(1, 0.5, 1.5), true)));
        return new Page("Twinslice test", "Headline " + text)
                .verdict(true, "holds " + text)
                .lead(text)
                .fact("Seeds " + text, "10 " + text)
                .section("Section " + text, "About " + text)
                .plot(curves)
                .table("Caption " + text, List.of("Policy", "#Seconds"), List.of(List.of(text, "1.2")))
                .section("Another", "and its plots")
                .plots(List.of(plain, bars));
    }
}
