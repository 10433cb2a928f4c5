package io.twinslice.lab.report;

/**
 * What one gate of the verification found.
 *
 * @param name the gate
 * @param passed whether it lets the policy through
 * @param measured what was measured, with its unit
 * @param required what was required, with its unit
 * @param evidence where and how: planes, scenario, fault, seeds
 */
public record GateResult(String name, boolean passed, String measured, String required, String evidence) {}
