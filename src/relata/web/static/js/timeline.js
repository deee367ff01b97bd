// Incidents by time, as bars over which a time can be drawn.
import * as Plot from "../vendor/plot.js";
import { dataOf, keepDrawn, named } from "./drawing.js";

const start = (text) => new Date(`${text.length === 4 ? `${text}-01` : text}-01T00:00:00Z`);

/** Draw the bars of a figure; `chosen(since, until)` gets the months, or the years, that somebody has drawn over. */
export function drawTimeline(figure, chosen) {
  const months = dataOf(figure);
  figure.hidden = !months.length;
  if (months.length) keepDrawn(figure, (width) => draw(months, width, chosen));
}

function draw(months, width, chosen) {
  const span = 12 * (Number(months.at(-1).start.slice(0, 4)) - Number(months[0].start.slice(0, 4)) + 1);
  const size = span > width / 2 ? 4 : 7;
  const interval = size === 4 ? "year" : "month";
  const bars = [...Map.groupBy(months, (bar) => bar.start.slice(0, size))].map(([key, own]) => ({ on: start(key), key, incidents: own.reduce((sum, bar) => sum + bar.incidents, 0) }));
  const height = 78;
  const svg = Plot.plot({
    className: "plot-figure",
    width, height, marginLeft: 28, marginRight: 12, marginTop: 8, marginBottom: 22,
    x: { type: "utc", label: null, interval, ticks: Math.max(2, Math.floor(width / 90)) },
    y: { label: null, ticks: 2, nice: true, tickFormat: (number) => (Number.isInteger(number) ? String(number) : "") },
    style: { background: "none" },
    marks: [
      Plot.rectY(bars, { x: "on", y: "incidents", interval, fill: "var(--link)", fillOpacity: 0.8, insetLeft: 0.5, insetRight: 0.5, title: (bar) => `${bar.key}: ${bar.incidents}` }),
      Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.4 }),
    ],
  });
  const { invert } = svg.scale("x");
  const brush = Plot.brushX().extent([[28, 2], [width - 12, height - 22]]).on("end", ({ selection, sourceEvent }) => {
    if (!selection || !sourceEvent) return;
    const [first, last] = selection.map((at) => invert(at).toISOString().slice(0, size));
    chosen(first, last);
  });
  Plot.select(svg).append("g").attr("class", "brush").call(brush);
  return named(svg, `Incidents by ${interval}, ${bars[0].key} to ${bars.at(-1).key}. The fields From and To choose a time.`);
}
