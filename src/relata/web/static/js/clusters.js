// Incidents on the map: circles that hold how many there are, made by the server for what is on the screen.
import { colour } from "./drawing.js";
import { makeMap, Marker, Popup } from "./map.js";

const TONES = ["confirmed", "reported", "contested", "unconfirmed"];
const FILTERS = ["country", "since", "until", "actor", "status", "type", "min_killed", "standing", "text", "outlet", "bbox", "as_of", "known_at"];
const EMPTY = { type: "FeatureCollection", features: [] };

/** The filters of an address alone, as the API takes them. */
function asked(search, more = {}) {
  const query = new URLSearchParams();
  for (const name of FILTERS) if (search.get(name)?.trim()) query.set(name, search.get(name).trim());
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query;
}

const api = async (path, query) => {
  const answer = await fetch(`/api/v1/${path}?${query}`, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};

const boxOf = (features) => features.reduce(([w, s, e, n], { geometry: { coordinates: [x, y] } }) => [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)], [180, 90, -180, -90]);

/** A circle with its number, drawn once for each number: no font has to be fetched for it. */
function badge(map, name) {
  const [, incidents] = name.split("-");
  const scale = 2;
  const text = Number(incidents).toLocaleString("en", { notation: "compact" });
  const radius = Math.min(26, 11 + Math.log2(Number(incidents)) * 1.6);
  const canvas = Object.assign(document.createElement("canvas"), { width: 2 * (radius + 2) * scale, height: 2 * (radius + 2) * scale });
  const pen = canvas.getContext("2d");
  pen.scale(scale, scale);
  pen.translate(radius + 2, radius + 2);
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
  pen.fillStyle = colour("link");
  pen.globalAlpha = 0.88;
  pen.fill();
  pen.globalAlpha = 1;
  pen.lineWidth = 1.5;
  pen.strokeStyle = colour("paper");
  pen.stroke();
  pen.fillStyle = colour("paper");
  pen.font = `600 ${text.length > 3 ? 11 : 12.5}px ${getComputedStyle(document.body).fontFamily}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(text, 0, 0.5);
  map.addImage(name, pen.getImageData(0, 0, canvas.width, canvas.height), { pixelRatio: scale });
}

function badges(map, { features }) {
  for (const { properties: { incidents } } of features) if (incidents > 1 && !map.hasImage(`n-${incidents}`)) badge(map, `n-${incidents}`);
}

export async function clusters(figure, search, onlyHere) {
  let now = search;
  let shown = EMPTY;
  let number = 0;
  let moved = false;
  const whole = await api("incidents/points", asked(now, { zoom: 5 })).catch(() => EMPTY);
  const here = figure.querySelector("[data-here]");

  const map = await makeMap(figure.querySelector(".canvas"), {
    tiles: figure.dataset.tiles,
    bounds: around(whole.features),
    dress: (made) => {
      badges(made, shown);
      made.addSource("found", { type: "geojson", data: shown });
      made.addLayer({ id: "one", type: "circle", source: "found", filter: ["==", ["get", "incidents"], 1], paint: {
        "circle-radius": 6.5, "circle-opacity": 0.9, "circle-stroke-width": 1.5, "circle-stroke-color": colour("paper"),
        "circle-color": ["match", ["get", "standing"], ...TONES.flatMap((tone) => [tone, colour(tone)]), colour("soft")],
      } });
      made.addLayer({ id: "many", type: "symbol", source: "found", filter: [">", ["get", "incidents"], 1], layout: { "icon-image": ["concat", "n-", ["to-string", ["get", "incidents"]]], "icon-allow-overlap": true, "symbol-sort-key": ["-", 0, ["get", "incidents"]] } });
    },
  });
  if (!map) return null;

  async function fill() {
    const mine = ++number;
    const box = map.getBounds();
    const wide = box.getEast() - box.getWest() >= 360;
    const edges = [wide ? -180 : wrap(box.getWest()), Math.max(-90, box.getSouth()), wide ? 180 : wrap(box.getEast()), Math.min(90, box.getNorth())];
    const query = asked(now, { zoom: Math.max(0, Math.round(map.getZoom())) });
    if (!now.get("bbox")) query.set("bbox", edges.map((edge) => edge.toFixed(4)).join(","));
    const found = await api("incidents/points", query).catch(() => null);
    if (!found || mine !== number) return;
    shown = found;
    badges(map, found);
    map.getSource("found")?.setData(found);
    figure.dataset.features = found.features.length;
  }

  // Moved by hand, and not by what was chosen or by a window that has changed its size.
  for (const event of ["dragstart", "wheel", "dblclick", "touchmove"]) map.on(event, () => { moved = true; });
  for (const event of ["click", "keydown"]) map.getContainer().querySelector(event === "click" ? ".maplibregl-ctrl-top-right" : ".maplibregl-canvas").addEventListener(event, () => { moved = true; });
  map.on("moveend", () => {
    here.hidden = !moved;
    fill();
  });
  here.addEventListener("click", () => {
    const box = map.getBounds();
    here.hidden = true;
    moved = false;
    onlyHere([Math.max(-180, box.getWest()), Math.max(-90, box.getSouth()), Math.min(180, box.getEast()), Math.min(90, box.getNorth())].map((edge) => edge.toFixed(3)).join(","));
  });
  for (const layer of ["one", "many"]) {
    map.on("mouseenter", layer, () => { map.getCanvas().style.cursor = "pointer"; });
    map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; });
    map.on("click", layer, ({ features: [feature] }) => open(feature));
  }

  async function open({ properties: { bbox, incidents, id } }) {
    // What the map gives back was rounded to its tiles: the place itself is taken from what the server sent.
    const own = shown.features.find(({ properties }) => (id ? properties.id === id : properties.bbox === bbox));
    if (!own) return;
    const [lon, lat] = own.geometry.coordinates;
    const box = bbox ? bbox.split(",").map(Number) : [lon, lat, lon, lat];
    const apart = Math.max(box[2] - box[0], box[3] - box[1]);
    if (incidents > 1 && apart > 0.02 && map.getZoom() < map.getMaxZoom() - 0.5) {
      map.fitBounds(box, { padding: 70, maxZoom: map.getMaxZoom() });
      return;
    }
    const slack = 0.0001;
    const query = asked(now, { limit: 8, bbox: [box[0] - slack, box[1] - slack, box[2] + slack, box[3] + slack].map((edge) => edge.toFixed(5)).join(",") });
    const { incidents: items } = await api("incidents", query).catch(() => ({ incidents: [] }));
    const list = document.createElement("ul");
    for (const incident of items) {
      const entry = document.createElement("li");
      const clocks = new URLSearchParams([...now].filter(([name]) => name === "as_of" || name === "known_at"));
      entry.append(Object.assign(document.createElement("a"), { href: `/incidents/${incident.id}${clocks.size ? `?${clocks}` : ""}`, textContent: incident.title }));
      const standing = Object.assign(document.createElement("span"), { className: `standing s-${incident.standing}`, textContent: ` ${incident.standing}` });
      entry.append(standing);
      list.append(entry);
    }
    if (incidents > items.length) list.append(Object.assign(document.createElement("li"), { className: "aside", textContent: `and ${incidents - items.length} more here` }));
    new Popup({ maxWidth: "20rem", focusAfterOpen: true }).setLngLat([lon, lat]).setDOMContent(list).addTo(map);
  }

  const ring = Object.assign(document.createElement("div"), { className: "dot" });
  const marker = new Marker({ element: ring });
  await fill();
  return {
    /** Ring a point, or none. */
    point: (at) => (at ? marker.setLngLat(at).addTo(map) : marker.remove()),
    /** Show what other filters choose, moved to where it is. */
    async show(next) {
      now = next;
      const found = await api("incidents/points", asked(now, { zoom: 5 })).catch(() => EMPTY);
      const box = around(found.features);
      moved = false;
      if (box) map.fitBounds(box, { padding: 36, maxZoom: 6, animate: false });
      fill();
    },
    map,
  };
}

const wrap = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;

function around(features) {
  if (!features.length) return undefined;
  const [west, south, east, north] = boxOf(features);
  const pad = Math.max(1, (east - west) * 0.05);
  return [Math.max(-180, west - pad), Math.max(-70, south - pad), Math.min(180, east + pad), Math.min(78, north + pad)];
}
