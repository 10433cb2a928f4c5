'use strict';
/** What the plots of every page share: colours, axes, whiskers, the theme. */
const plots = (() => {
    const root = document.documentElement;
    const charts = [];

    const colour = (name) => getComputedStyle(root).getPropertyValue(`--${name}`).trim();
    const twinColour = (index) => colour(`twin-${index % 7}`);
    const wash = (hex, alpha) => hex + Math.round(alpha * 255).toString(16).padStart(2, '0');
    const clip = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
    const byId = (id) => document.getElementById(id);

    /** A number for people: about three significant digits. */
    const show = (value) => {
        const size = Math.abs(value);
        const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2;
        return value.toLocaleString('en', { maximumFractionDigits: digits });
    };

    const shading = {
        id: 'shading',
        beforeDatasetsDraw(chart, args, options) {
            const { ctx, chartArea, scales } = chart;
            ctx.save();
            ctx.fillStyle = options.fill;
            for (const [begin, end] of options.spans || []) {
                const left = scales.x.getPixelForValue(begin);
                const width = Math.max(1, scales.x.getPixelForValue(end) - left);
                ctx.fillRect(left, chartArea.top, width, chartArea.height);
            }
            ctx.restore();
        },
    };

    const whiskers = {
        id: 'whiskers',
        afterDatasetsDraw(chart, args, options) {
            const { ctx, scales } = chart;
            ctx.save();
            ctx.strokeStyle = options.stroke;
            ctx.lineWidth = 1.5;
            chart.getDatasetMeta(0).data.forEach((bar, i) => {
                const low = scales.x.getPixelForValue(options.low[i]);
                const high = scales.x.getPixelForValue(options.high[i]);
                ctx.beginPath();
                ctx.moveTo(low, bar.y);
                ctx.lineTo(high, bar.y);
                for (const x of [low, high]) {
                    ctx.moveTo(x, bar.y - 5);
                    ctx.lineTo(x, bar.y + 5);
                }
                ctx.stroke();
            });
            ctx.restore();
        },
    };

    const axis = (title, more = {}) => ({
        title: { display: true, text: title, color: colour('soft'), font: { size: 12 } },
        grid: { color: colour('grid') },
        border: { color: colour('line') },
        ...more,
        ticks: { color: colour('soft'), maxRotation: 0, autoSkipPadding: 14, ...more.ticks },
    });

    const legend = (display, lines = false) => ({
        display,
        position: 'bottom',
        align: 'start',
        labels: {
            color: colour('ink'),
            boxWidth: lines ? 22 : 14,
            boxHeight: lines ? 6 : 9,
            padding: 10,
            font: { size: 12 },
            usePointStyle: lines,
            pointStyle: lines ? 'line' : undefined,
            pointStyleWidth: 22,
        },
    });

    const tooltip = (callbacks) => ({
        backgroundColor: colour('ink'),
        titleColor: colour('card'),
        bodyColor: colour('card'),
        callbacks,
    });

    const draw = (id, config) => {
        config.options.animation = false;
        config.options.responsive = true;
        config.options.maintainAspectRatio = false;
        charts.push(new Chart(byId(id), config));
    };

    const line = (label, stroke, points, more = {}) => ({
        label,
        data: points,
        borderColor: stroke,
        backgroundColor: stroke,
        borderWidth: 1.6,
        pointRadius: points.length === 1 ? 3 : 0,
        pointHitRadius: 6,
        stepped: 'after',
        ...more,
    });

    /** Horizontal bars with whiskers; a row is {name, value, low, high, chosen}. */
    const bars = (id, rows, unit) => {
        draw(id, {
            type: 'bar',
            data: {
                labels: rows.map((row) => clip(row.name, 18)),
                datasets: [
                    {
                        data: rows.map((row) => row.value),
                        backgroundColor: rows.map((row) => colour(row.chosen ? 'accent' : 'muted')),
                        maxBarThickness: 22,
                    },
                ],
            },
            options: {
                indexAxis: 'y',
                scales: {
                    x: axis(unit, { beginAtZero: true, suggestedMax: Math.max(0, ...rows.map((row) => row.high)) }),
                    y: {
                        grid: { display: false },
                        border: { color: colour('line') },
                        ticks: { color: colour('ink'), autoSkip: false },
                    },
                },
                plugins: {
                    legend: legend(false),
                    whiskers: {
                        low: rows.map((row) => row.low),
                        high: rows.map((row) => row.high),
                        stroke: colour('ink'),
                    },
                    tooltip: tooltip({
                        title: (items) => rows[items[0].dataIndex].name,
                        label: ({ dataIndex: i }) =>
                            `${show(rows[i].value)} (${show(rows[i].low)} to ${show(rows[i].high)}) ${unit}`,
                    }),
                },
            },
            plugins: [whiskers],
        });
    };

    /** For tests: whether every canvas has more on it than its background, and whether anything sticks out. */
    const check = () => {
        const painted = [...document.querySelectorAll('canvas')].filter((canvas) => {
            const { width, height } = canvas;
            const seen = new Set(new Uint32Array(canvas.getContext('2d').getImageData(0, 0, width, height).data.buffer));
            return seen.size > 8;
        });
        document.body.dataset.painted = String(painted.length);
        document.body.dataset.overflow = String(root.scrollWidth - root.clientWidth);
        document.body.dataset.width = String(window.innerWidth);
        document.body.dataset.theme = root.dataset.theme;
    };

    /** Draws now, and again whenever the theme changes. */
    const start = (drawAll) => {
        const drawAgain = () => {
            charts.splice(0).forEach((chart) => chart.destroy());
            Chart.defaults.locale = 'en';
            Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
            drawAll();
            document.body.dataset.plots = String(charts.length);
        };
        const button = byId('theme');
        const setTheme = (theme) => {
            root.dataset.theme = theme;
            button.textContent = theme === 'dark' ? 'Light' : 'Dark';
            button.setAttribute('aria-label', `Switch to ${theme === 'dark' ? 'light' : 'dark'} colours`);
            drawAgain();
        };
        button.hidden = false;
        button.addEventListener('click', () => {
            const theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
            try {
                localStorage.setItem('twinslice-theme', theme);
            } catch (refused) {
                // The choice then lasts until the page is closed.
            }
            setTheme(theme);
        });
        window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (event) => {
            setTheme(event.matches ? 'dark' : 'light');
        });
        setTheme(root.dataset.theme);
        if (location.hash === '#check') {
            check();
        } else if (location.hash === '#check-toggled') {
            button.click();
            check();
        }
    };

    return { colour, twinColour, wash, clip, byId, show, shading, axis, legend, tooltip, draw, line, bars, start };
})();
