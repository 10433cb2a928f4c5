package io.twinslice.slicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.ccc.CccCell;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.SliceId;
import io.twinslice.e2sm.UeId;
import io.twinslice.kpm.KpmIndicationMessage;
import io.twinslice.kpm.MeasurementInfo;
import io.twinslice.kpm.MeasurementLabel;
import io.twinslice.kpm.MeasurementRecord;
import io.twinslice.kpm.MeasurementType;
import io.twinslice.kpm.MeasurementValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in docs/e2.md is short, compiles and does what the page says. */
class GuideTest {
    private static final Path PAGE = Path.of(System.getProperty("twinslice.root", "../.."), "docs/e2.md");

    @TempDir
    private Path folder;

    @Test
    void theProgramOfThePageTurnsAReportIntoAControl() throws Exception {
        String program = program();
        assertThat(program.lines().count()).isLessThan(30);
        Path source = Files.writeString(folder.resolve("QuotaFromReport.java"), program);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int result = compiler.run(
                null,
                null,
                errors,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
        assertThat(result).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        String[] printed = run().split(" ", -1);
        SliceQuotaControl node = new SliceQuotaControl(
                PeerProfile.RC_EXPLICIT, new UeId.GnbDu(17), new CccCell(PlmnIdentity.of("001", "01"), 1));
        List<PrbQuota> quotas = node.read(
                new SliceQuotaControl.Payload(Octets.ofHex(printed[0]), Octets.ofHex(printed[1])),
                DecodeLimits.STANDARD);
        assertThat(quotas).extracting(PrbQuota::minPercent).containsExactly(20, 100);
        assertThat(quotas).extracting(PrbQuota::sst).containsExactly(1, 2);
    }

    private static String program() throws IOException {
        Matcher block = Pattern.compile("(?s)```java\n(.*?)```").matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private String run() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, GuideTest.class.getClassLoader())) {
            loader.loadClass("QuotaFromReport")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {report().toHex()});
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    /** 28 and 200 of 273 PRBs. */
    private static Octets report() throws DecodeException {
        List<MeasurementLabel> labels =
                List.of(MeasurementLabel.ofSlice(new SliceId(1, 1)), MeasurementLabel.ofSlice(new SliceId(2, 1)));
        return new KpmIndicationMessage.Format1(
                        List.of(new MeasurementRecord(List.of(
                                new MeasurementValue.IntegerValue(28), new MeasurementValue.IntegerValue(200)))),
                        List.of(new MeasurementInfo(MeasurementType.named("RRU.PrbUsedDl"), labels)),
                        OptionalLong.empty())
                .encode();
    }
}
