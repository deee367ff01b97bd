// The toll over time.
import * as Plot from "../vendor/plot.js";
import { dataOf, keepDrawn, named } from "./drawing.js";

const day = (text) => new Date(`${text}T00:00:00Z`);

function toll({ steps, counts }, width) {
  const moved = steps.map((step) => ({ ...step, on: day(step.on) }));
  const given = counts.map((count) => ({ ...count, on: day(count.on), at: count.low ?? count.high }));
  const days = [...new Set([...counts, ...steps].map((one) => one.on))].sort().map(day);
  const span = (days.at(-1) - days[0]) / 86_400_000;
  const top = Math.max(...given.map((count) => count.high ?? count.at), ...moved.map((step) => step.high ?? step.best ?? 0));
  const svg = Plot.plot({
    className: "plot-figure",
    width,
    height: 240,
    marginLeft: 44,
    marginRight: 34,
    marginBottom: 28,
    x: {
      type: "utc", label: null,
      ticks: span < 15 ? "day" : Math.max(3, Math.floor(width / 120)),
      tickFormat: (on) => on.toLocaleDateString("en-GB", { timeZone: "UTC", ...(span < 15 ? { day: "numeric", month: "short" } : span < 400 ? { day: "numeric", month: "short", year: "2-digit" } : { month: "short", year: "numeric" }) }),
    },
    y: { label: "killed", grid: true, zero: true, nice: true, domain: [0, top * 1.08] },
    style: { background: "none" },
    marks: [
      Plot.areaY(moved, { x: "on", y1: (step) => step.low ?? step.best ?? 0, y2: (step) => step.high ?? top * 1.08, curve: "step-after", fill: "var(--link)", fillOpacity: 0.13 }),
      Plot.line(moved.filter((step) => step.best ?? step.low), { x: "on", y: (step) => step.best ?? step.low, curve: "step-after", stroke: "var(--link)", strokeWidth: 2 }),
      Plot.ruleX(given.filter((count) => count.high === null), { x: "on", y1: "at", y2: () => top * 1.08, stroke: "currentColor", strokeOpacity: 0.22, strokeDasharray: "2,3" }),
      Plot.dot(given, { x: "on", y: "at", r: 4.5, fill: "var(--paper)", stroke: "currentColor", strokeWidth: 1.5 }),
      Plot.tip(given, Plot.pointer({ x: "on", y: "at", fill: "var(--raised)", stroke: "var(--strong-line)", title: (count) => `${count.words}\n${count.holder}\n${count.outlet}`, lineWidth: 22 })),
    ],
  });
  return named(svg, `The number of killed by day of publication: ${counts.length} numbers from ${Math.min(...given.map((one) => one.at))} to ${top}. A table with all follows.`);
}

for (const figure of document.querySelectorAll('[data-plot="toll"]')) {
  const data = dataOf(figure);
  keepDrawn(figure, (width) => toll(data, width));
}
