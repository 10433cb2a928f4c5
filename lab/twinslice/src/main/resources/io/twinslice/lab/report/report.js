'use strict';
(() => {
    const data = JSON.parse(document.getElementById('data').textContent);
    const { colour, twinColour, wash, clip, byId, show, shading, axis, legend, tooltip, draw, line } = plots;

    /** Joins neighbouring violated windows to spans of time. */
    const violatedSpans = (series) => {
        const spans = [];
        series.t.forEach((end, i) => {
            if (!series.violated[i]) {
                return;
            }
            const begin = i > 0 ? series.t[i - 1] : Math.max(0, end - (series.t[1] - end || 0));
            const last = spans[spans.length - 1];
            if (last && last[1] === begin) {
                last[1] = end;
            } else {
                spans.push([begin, end]);
            }
        });
        return spans;
    };

    const marks = {
        id: 'marks',
        afterDatasetsDraw(chart, args, options) {
            const { ctx, chartArea, scales } = chart;
            ctx.save();
            ctx.strokeStyle = options.stroke;
            ctx.fillStyle = options.stroke;
            ctx.font = '12px system-ui, sans-serif';
            ctx.textBaseline = 'bottom';
            ctx.setLineDash([4, 3]);
            data.marks.forEach((mark) => {
                const x = scales.x.getPixelForValue(mark.t);
                if (x < chartArea.left || x > chartArea.right) {
                    return;
                }
                ctx.beginPath();
                ctx.moveTo(x, chartArea.top);
                ctx.lineTo(x, chartArea.bottom);
                ctx.stroke();
                if (options.labels) {
                    const label = clip(mark.label, 34);
                    const width = ctx.measureText(label).width;
                    ctx.textAlign = 'left';
                    ctx.fillText(label, Math.max(chartArea.left, Math.min(x, chartArea.right - width)), chartArea.top - 3);
                }
            });
            ctx.restore();
        },
    };

    const span = () => {
        const ends = data.live.flatMap((series) => series.t.slice(-1));
        return { min: 0, max: Math.max(0, ...ends) };
    };

    const time = (title) => axis(title, { type: 'linear', ...span() });

    const percent = (title, more = {}) =>
        axis(title, { min: 0, max: 100, ticks: { stepSize: 25, autoSkip: false }, ...more });

    const comparison = (id, key, unit) => {
        const { names, candidate } = data.policies;
        const values = data.policies[key];
        const rows = names.map((name, i) => ({
            name,
            value: values.value[i],
            low: values.low[i],
            high: values.high[i],
            chosen: name === candidate,
        }));
        plots.bars(id, rows, unit);
    };

    const violations = () => {
        const names = data.live.map((series) => clip(series.twin, 16));
        const segments = data.live.flatMap((series, row) => violatedSpans(series).map((x) => ({ x, row })));
        draw('violations', {
            type: 'bar',
            data: {
                labels: names,
                datasets: [{ label: 'promise broken', data: names.map(() => null), backgroundColor: colour('violation') }],
            },
            options: {
                indexAxis: 'y',
                layout: { padding: { top: 16 } },
                scales: {
                    x: time('seconds since the live run began'),
                    y: {
                        grid: { color: colour('grid') },
                        border: { color: colour('line') },
                        ticks: { color: colour('ink'), autoSkip: false },
                    },
                },
                plugins: {
                    legend: legend(true),
                    marks: { stroke: colour('ink'), labels: true },
                    segments: { segments, fill: colour('violation') },
                },
            },
            plugins: [segmentRows, marks],
        });
    };

    /** Spans in rows; drawn by hand because a bar per span would put them under each other. */
    const segmentRows = {
        id: 'segments',
        afterDatasetsDraw(chart, args, options) {
            const { ctx, scales } = chart;
            const row = scales.y.height / Math.max(1, data.live.length);
            ctx.save();
            ctx.fillStyle = options.fill;
            for (const segment of options.segments) {
                const left = scales.x.getPixelForValue(segment.x[0]);
                const width = Math.max(1.5, scales.x.getPixelForValue(segment.x[1]) - left);
                ctx.fillRect(left, scales.y.getPixelForValue(segment.row) - row * 0.3, width, row * 0.6);
            }
            ctx.restore();
        },
    };

    const points = (series, key) => series.t.map((x, i) => ({ x, y: series[key][i] }));

    const shares = () => {
        draw('shares', {
            type: 'line',
            data: {
                datasets: data.live.map((series, i) =>
                    line(clip(series.twin, 24), twinColour(i), points(series, 'min'), {
                        fill: i === 0 ? 'origin' : '-1',
                        backgroundColor: wash(twinColour(i), 0.45),
                    }),
                ),
            },
            options: {
                interaction: { mode: 'index', intersect: false },
                layout: { padding: { top: 16 } },
                scales: {
                    x: time('seconds since the live run began'),
                    y: percent('guaranteed, % of the cell', { stacked: true }),
                },
                plugins: {
                    legend: legend(true),
                    marks: { stroke: colour('ink'), labels: true },
                    tooltip: tooltip({ title: (items) => `${show(items[0].parsed.x)} s` }),
                },
            },
            plugins: [marks],
        });
    };

    const timeline = (id, series, datasets, y, lines) => {
        draw(id, {
            type: 'line',
            data: { datasets },
            options: {
                interaction: { mode: 'index', intersect: false },
                scales: { x: time('seconds'), y },
                plugins: {
                    legend: legend(true, lines),
                    shading: { spans: violatedSpans(series), fill: wash(colour('violation'), 0.2) },
                    marks: { stroke: colour('soft'), labels: false },
                    tooltip: tooltip({ title: (items) => `${show(items[0].parsed.x)} s` }),
                },
            },
            plugins: [shading, marks],
        });
    };

    const quota = (id, series, stroke) => {
        timeline(
            id,
            series,
            [
                line('dedicated', stroke, points(series, 'dedicated'), {
                    fill: 'origin',
                    borderWidth: 1,
                    backgroundColor: wash(stroke, 0.55),
                }),
                line('guaranteed (min)', stroke, points(series, 'min'), {
                    fill: '-1',
                    borderWidth: 2,
                    backgroundColor: wash(stroke, 0.28),
                }),
                line('ceiling (max)', stroke, points(series, 'max'), {
                    fill: '-1',
                    borderWidth: 1,
                    borderDash: [4, 3],
                    backgroundColor: wash(stroke, 0.09),
                }),
            ],
            percent('% of the cell'),
            false,
        );
    };

    /** Milliseconds that stay readable when a few windows are far above the others. */
    const millis = (values, limit) => {
        const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
        const middle = sorted[Math.floor(sorted.length / 2)] || 1;
        const top = Math.max(limit || 0, sorted[sorted.length - 1] || 0);
        if (top / middle <= 40) {
            return axis('ms', { beginAtZero: true });
        }
        const powerOfTen = (value) => Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;
        return axis('ms, log scale', {
            type: 'logarithmic',
            min: Math.max(0.1, sorted[0]),
            ticks: { callback: (value) => (powerOfTen(value) ? show(value) : '') },
        });
    };

    const against = (id, series, key, label, stroke, limit, limitLabel) => {
        const y = millis(series[key], limit);
        const floor = y.type === 'logarithmic' ? y.min : 0;
        const datasets = [
            line(
                label,
                stroke,
                series.t.map((x, i) => ({ x, y: Math.max(floor, series[key][i]) })),
                { borderWidth: 1.3 },
            ),
        ];
        if (limit !== null) {
            const { min, max } = span();
            const ends = [
                { x: min, y: limit },
                { x: max, y: limit },
            ];
            datasets.push(line(`${limitLabel} ${show(limit)} ms`, colour('ink'), ends, { borderDash: [6, 4], borderWidth: 1.2 }));
        }
        timeline(id, series, datasets, y, true);
    };

    const training = () => {
        const { generation, best, mean } = data.training;
        const curve = (values) => generation.map((x, i) => ({ x, y: values[i] }));
        draw('training', {
            type: 'line',
            data: {
                datasets: [
                    line('best of the generation', colour('accent'), curve(best), { stepped: false, borderWidth: 2.2 }),
                    line('mean of the generation', colour('muted'), curve(mean), {
                        stepped: false,
                        borderDash: [5, 3],
                    }),
                ],
            },
            options: {
                interaction: { mode: 'index', intersect: false },
                scales: {
                    x: axis('generation', { type: 'linear', ticks: { precision: 0 } }),
                    y: axis('violation seconds per episode', { beginAtZero: true }),
                },
                plugins: {
                    legend: legend(true, true),
                    tooltip: tooltip({ title: (items) => `generation ${items[0].parsed.x}` }),
                },
            },
        });
    };

    const drawAll = () => {
        if (byId('policy-violations')) {
            comparison('policy-violations', 'violationSeconds', 'seconds');
            comparison('policy-prb', 'prbSeconds', 'PRB·s');
            comparison('policy-aoi', 'aoiP99Millis', 'ms');
        }
        if (byId('violations')) {
            violations();
            shares();
        }
        data.live.forEach((series, i) => {
            const stroke = twinColour(i);
            quota(`quota-${i}`, series, stroke);
            against(`delay-${i}`, series, 'delay', 'mean delay', stroke, series.deadline, 'deadline');
            against(`aoi-${i}`, series, 'aoi', 'peak age', stroke, series.aoiLimit, 'limit');
        });
        if (byId('training')) {
            training();
        }
    };

    plots.start(drawAll);
})();
