// Incidents and killed by month.
import * as Plot from "../vendor/plot.js";
import { dataOf, keepDrawn, named } from "./drawing.js";

function months(rows, width) {
  // Many years: by year; months of a lifetime are thinner than a line.
  const span = Number(rows.at(-1).start.slice(0, 4)) - Number(rows[0].start.slice(0, 4));
  const size = span * 12 > width / 3 ? 4 : 7;
  const grouped = Map.groupBy(rows, (row) => row.start.slice(0, size));
  const bars = [...grouped].map(([start, own]) => ({
    on: new Date(`${start}${size === 4 ? "-01" : ""}-01T00:00:00Z`),
    incidents: own.reduce((sum, row) => sum + row.incidents, 0),
    killed: own.reduce((sum, row) => sum + row.killed, 0),
  }));
  const interval = size === 4 ? "year" : "month";
  const part = (value, label, fill) => Plot.plot({
    className: "plot-figure",
    width, height: 150, marginLeft: 52, marginRight: 24, marginBottom: 26,
    x: { type: "utc", label: null, interval },
    y: { label, grid: true, nice: true, ticks: 4 },
    style: { background: "none" },
    marks: [
      Plot.rectY(bars, { x: "on", y: value, interval, fill, insetLeft: 0.5, insetRight: 0.5 }),
      Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.5 }),
      Plot.tip(bars, Plot.pointerX({ x: "on", y: value, interval, fill: "var(--raised)", stroke: "var(--strong-line)", title: (row) => `${row.on.toISOString().slice(0, size)}\n${row.incidents.toLocaleString("en")} incidents\n${row.killed.toLocaleString("en")} killed` })),
    ],
  });
  const both = document.createElement("div");
  both.append(
    named(part("incidents", "incidents", "var(--link)"), `Incidents by ${interval}; a table follows.`),
    named(part("killed", "killed", "var(--contested)"), `People killed by ${interval}; a table follows.`),
  );
  return both;
}

for (const figure of document.querySelectorAll('[data-plot="months"]')) {
  const rows = dataOf(figure);
  if (rows.length) keepDrawn(figure, (width) => months(rows, width));
}
