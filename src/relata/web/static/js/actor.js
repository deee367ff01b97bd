// The figures of an actor: where and when it acted, and whom it is related to.
import * as Plot from "../vendor/plot.js";
import { colour, dataOf, keepDrawn, named } from "./drawing.js";
import { makeMap, Popup } from "./map.js";

const TONES = { claimed: "claimed", attributed: "reported", suspected: "unconfirmed", disputed: "contested", denied: "contested" };

function years({ years: rows, statuses }, width) {
  const bars = rows.flatMap((row) => statuses.map((status) => ({ year: row.year, status, incidents: row[status] ?? 0 }))).filter((bar) => bar.incidents);
  const svg = Plot.plot({
    className: "plot-figure",
    width, height: 220, marginLeft: 36, marginBottom: 30,
    x: { type: "band", label: null, tickRotate: rows.length * 34 > width ? -60 : 0 },
    y: { label: "incidents", grid: true, ticks: 4, tickFormat: (number) => (Number.isInteger(number) ? String(number) : "") },
    style: { background: "none" },
    marks: [
      Plot.barY(bars, Plot.stackY({ x: "year", y: "incidents", fill: (bar) => `var(--${TONES[bar.status]})`, fillOpacity: (bar) => (bar.status === "denied" ? 0.45 : 0.85), order: statuses, title: (bar) => `${bar.year}: ${bar.incidents} ${bar.status}` })),
      Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.5 }),
    ],
  });
  return named(svg, `Incidents by year and status: ${bars.map((bar) => `${bar.year} ${bar.incidents} ${bar.status}`).join(", ")}.`);
}

function graph({ own, nodes, links }, width) {
  const height = Math.min(420, Math.max(220, 90 + nodes.length * 26));
  const placed = nodes.map((node, number) => ({ ...node, own: node.id === own, x: width / 2 + Math.cos(number * 2.4) * 80, y: height / 2 + Math.sin(number * 2.4) * 60 }));
  const byId = new Map(placed.map((node) => [node.id, node]));
  const bound = links.filter((link) => byId.has(link.target) && link.target !== own).map((link) => ({ ...link, source: byId.get(own), target: byId.get(link.target) }));
  const centre = byId.get(own);
  centre.fx = width / 2;
  centre.fy = height / 2;
  Plot.forceSimulation(placed)
    .force("link", Plot.forceLink(bound).distance(Math.min(150, width / 3.2)))
    .force("charge", Plot.forceManyBody().strength(-420))
    .force("y", Plot.forceY(height / 2).strength(0.08))
    .force("collide", Plot.forceCollide(34))
    .stop().tick(300);
  const half = (name) => Math.min(90, name.length * 3.4);
  for (const node of placed) {
    node.x = Math.max(half(node.name) + 4, Math.min(width - half(node.name) - 4, node.x));
    node.y = Math.max(20, Math.min(height - 24, node.y));
  }
  const tones = { rival: "contested", ally: "confirmed" };
  const clip = (name) => (name.length > 28 ? `${name.slice(0, 27)}…` : name);
  const svg = Plot.plot({
    className: "plot-figure",
    width, height, margin: 0, axis: null,
    x: { domain: [0, width], range: [0, width] }, y: { domain: [0, height], range: [0, height] },
    style: { background: "none" },
    marks: [
      Plot.link(bound, { x1: (link) => link.source.x, y1: (link) => link.source.y, x2: (link) => link.target.x, y2: (link) => link.target.y, stroke: (link) => `var(--${tones[link.relation] ?? "strong-line"})`, strokeWidth: (link) => 1.2 + Math.min(3, link.claims / 2), strokeDasharray: (link) => (link.claims ? null : "3,4") }),
      Plot.text(bound, { x: (link) => (link.source.x + link.target.x) / 2, y: (link) => (link.source.y + link.target.y) / 2, text: (link) => link.relation.replace("_", " "), fill: "var(--soft)", stroke: "var(--paper)", strokeWidth: 4 }),
      Plot.dot(placed, { x: "x", y: "y", r: (node) => (node.own ? 8 : 5.5), fill: (node) => (node.own ? "var(--link)" : "var(--raised)"), stroke: "var(--link)", strokeWidth: 1.5 }),
      Plot.text(placed, { x: "x", y: "y", dy: 17, text: (node) => clip(node.name), fill: "currentColor", stroke: "var(--paper)", strokeWidth: 4, fontWeight: (node) => (node.own ? 600 : 400) }),
    ],
  });
  return named(svg, `${nodes.length - 1} related actors; the list beside it names them.`);
}

async function map(figure) {
  const rows = dataOf(figure);
  const box = rows.reduce(([w, s, e, n], { lat, lon }) => [Math.min(w, lon), Math.min(s, lat), Math.max(e, lon), Math.max(n, lat)], [180, 90, -180, -90]);
  const pad = Math.max(1.5, (box[2] - box[0]) * 0.1);
  const drawn = await makeMap(figure.querySelector(".canvas"), {
    tiles: figure.dataset.tiles,
    bounds: [box[0] - pad, Math.max(-84, box[1] - pad), box[2] + pad, Math.min(84, box[3] + pad)],
    dress: (made) => {
      made.addSource("deeds", { type: "geojson", data: { type: "FeatureCollection", features: rows.map((row) => ({ type: "Feature", properties: row, geometry: { type: "Point", coordinates: [row.lon, row.lat] } })) } });
      made.addLayer({ id: "deeds", type: "circle", source: "deeds", paint: {
        "circle-radius": 7, "circle-opacity": 0.8, "circle-stroke-width": 1.5, "circle-stroke-color": colour("paper"),
        "circle-color": ["match", ["get", "status"], ...Object.entries(TONES).flatMap(([status, tone]) => [status, colour(tone)]), colour("soft")],
      } });
    },
  });
  if (!drawn) return;
  drawn.on("mouseenter", "deeds", () => { drawn.getCanvas().style.cursor = "pointer"; });
  drawn.on("mouseleave", "deeds", () => { drawn.getCanvas().style.cursor = ""; });
  drawn.on("click", "deeds", ({ features, lngLat }) => {
    const list = document.createElement("ul");
    for (const { properties } of features.slice(0, 8)) {
      const link = Object.assign(document.createElement("a"), { href: `/incidents/${properties.id}${location.search}`, textContent: properties.title });
      list.append(Object.assign(document.createElement("li"), {}));
      list.lastChild.append(link, ` ${properties.status}`);
    }
    new Popup({ maxWidth: "20rem" }).setLngLat(lngLat).setDOMContent(list).addTo(drawn);
  });
}

for (const figure of document.querySelectorAll('[data-plot="years"]')) { const data = dataOf(figure); keepDrawn(figure, (width) => years(data, width)); }
for (const figure of document.querySelectorAll('[data-plot="graph"]')) { const data = dataOf(figure); keepDrawn(figure, (width) => graph(data, width)); }
for (const figure of document.querySelectorAll('[data-map="points"]')) map(figure);
