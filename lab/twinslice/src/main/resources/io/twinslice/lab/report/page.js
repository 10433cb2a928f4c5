'use strict';
(() => {
    const data = JSON.parse(document.getElementById('data').textContent);
    const { colour, twinColour, wash, show, shading, axis, legend, tooltip, draw, line, bars } = plots;

    const curves = (id, plot) => {
        const datasets = [];
        plot.series.forEach((series, i) => {
            const stroke = twinColour(i);
            const points = (values) => series.x.map((x, k) => ({ x, y: values[k] }));
            const shape = { stepped: plot.stepped ? 'after' : false };
            if (series.low) {
                const edge = { ...shape, borderWidth: 0, pointHitRadius: 0, edge: true };
                datasets.push(line(`${series.name}, low`, stroke, points(series.low), edge));
                datasets.push(
                    line(`${series.name}, high`, stroke, points(series.high), {
                        ...edge,
                        fill: '-1',
                        backgroundColor: wash(stroke, 0.2),
                    }),
                );
            }
            const dash = series.dashed ? { borderDash: [6, 4], borderWidth: 1.3 } : {};
            datasets.push(line(series.name, stroke, points(series.y), { ...shape, ...dash }));
        });
        const names = legend(true, true);
        names.labels.filter = (item) => !datasets[item.datasetIndex].edge;
        draw(id, {
            type: 'line',
            data: { datasets },
            options: {
                interaction: { mode: 'nearest', axis: 'x', intersect: false },
                scales: {
                    x: axis(plot.x, { type: 'linear' }),
                    y: axis(plot.y, plot.logarithmic ? { type: 'logarithmic' } : { beginAtZero: true }),
                },
                plugins: {
                    legend: names,
                    shading: { spans: plot.shaded, fill: wash(colour('violation'), 0.2) },
                    tooltip: tooltip({ title: (items) => show(items[0].parsed.x) }),
                },
            },
            plugins: [shading],
        });
    };

    plots.start(() => {
        data.plots.forEach((plot, i) => {
            const id = `plot-${i}`;
            if (plot.bars) {
                bars(id, plot.bars, plot.unit);
            } else {
                curves(id, plot);
            }
        });
    });
})();
