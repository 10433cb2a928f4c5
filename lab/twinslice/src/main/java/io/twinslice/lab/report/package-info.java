/**
 * What a run leaves behind for people and programs, as plain records: {@link io.twinslice.lab.report.RunRecord} becomes
 * {@code run.json}, as {@code docs/json.md} describes it, and {@link io.twinslice.lab.report.ReportData} one HTML page.
 *
 * <p>Nothing here reads a clock, draws a number or touches a file; the same records give the same bytes.
 */
@NullMarked
package io.twinslice.lab.report;

import org.jspecify.annotations.NullMarked;
