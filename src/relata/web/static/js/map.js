// The map: outlines of countries that came with the package, or tiles that the one who serves has chosen.
import * as maplibre from "../vendor/maplibre-gl.mjs";
import { colour } from "./drawing.js";

maplibre.setWorkerUrl(new URL("../vendor/maplibre-gl-worker.mjs", import.meta.url).href);

const outlines = fetch(new URL("../vendor/outlines.json", import.meta.url)).then((answer) => answer.json());

function style(world, tiles) {
  const sources = {
    land: { type: "geojson", data: { type: "Feature", properties: {}, geometry: world.land } },
    borders: { type: "geojson", data: { type: "Feature", properties: {}, geometry: world.borders } },
  };
  const layers = [
    { id: "sea", type: "background", paint: { "background-color": colour("sea") } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("land"), "fill-outline-color": colour("border") } },
    { id: "borders", type: "line", source: "borders", paint: { "line-color": colour("border"), "line-width": 1 } },
  ];
  if (tiles) {
    sources.tiles = { type: "raster", tiles: [tiles], tileSize: 256 };
    layers.push({ id: "tiles", type: "raster", source: "tiles" });
  }
  return { version: 8, sources, layers };
}

/**
 * A map in an element, or null where this browser cannot draw one; the element then says so.
 * @param {HTMLElement} canvas where
 * @param {{tiles?: string, bounds?: [number, number, number, number], dress: (map) => void}} options `dress` adds what
 *   is shown, and is called again when the colours have changed.
 */
export async function makeMap(canvas, { tiles, bounds, dress }) {
  const world = await outlines;
  let map;
  try {
    map = new maplibre.Map({
      container: canvas,
      style: style(world, tiles),
      bounds: bounds ?? [-20, -35, 110, 55],
      fitBoundsOptions: { padding: 36, maxZoom: 6 },
      attributionControl: false,
      maxZoom: tiles ? 17 : 8,
      renderWorldCopies: true,
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
    });
  } catch (error) {
    canvas.classList.add("cannot");
    canvas.textContent = "This browser cannot draw the map (it has no WebGL). The list has everything that the map shows.";
    console.info(error);
    return null;
  }
  map.touchZoomRotate.disableRotation();
  canvas.insertAdjacentHTML("afterend", '<p class="credit">Outlines: Natural Earth</p>');
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
  await new Promise((ready) => map.once("load", ready));
  dress(map);
  addEventListener("relata-theme", () => {
    map.setStyle(style(world, tiles), { diff: false });
    map.once("styledata", () => dress(map));
  });
  return map;
}

export const Popup = maplibre.Popup;
export const Marker = maplibre.Marker;
