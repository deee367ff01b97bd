// Bundles the libraries of the page: node build.mjs FOLDER. The same lock file gives the same bytes.
import { build } from "esbuild";
import { geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import { merge, mesh } from "topojson-client";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
const modules = join(here, "node_modules");

// Plot writes a style element into each figure, which the page's policy forbids: the same rules stand in our own
// style sheet, and the element is left away. The build fails where a new version of Plot writes it otherwise.
const FILES = /@observablehq[\\/]plot[\\/]src[\\/](plot|legends[\\/]ramp|legends[\\/]swatches)\.js$/;
const WRITTEN = /\.call\(\(\w+\) =>\s*(?:\/\/[^\n]*\n\s*)?\w+\.(?:append|insert)\("style"(?:, "\*")?\)\.text\(\s*`[^`]*`\s*\)\s*\)/;

const withoutStyles = {
  name: "without-styles",
  setup(bundle) {
    bundle.onLoad({ filter: FILES }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      if (!WRITTEN.test(source)) throw new Error(`${path} writes its style otherwise: see build.mjs`);
      return { contents: source.replace(WRITTEN, ""), loader: "js" };
    });
  },
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: [join(here, "src/plot.js")],
  outdir: out,
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2022",
  charset: "utf8",
  legalComments: "eof",
  plugins: [withoutStyles],
  logLevel: "warning",
});
// MapLibre comes bundled; its worker has to be a file of its own.
for (const name of ["maplibre-gl.mjs", "maplibre-gl-worker.mjs", "maplibre-gl.css"]) {
  const source = await readFile(join(modules, "maplibre-gl/dist", name), "utf8");
  await writeFile(join(out, name), source.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n"));
}

// The outlines of countries cross the date line, for a globe; on a flat map they have to be cut there. Two decimals are
// a kilometre, which the nearest zoom of the map just does not show.
const world = JSON.parse(await readFile(join(modules, "world-atlas/countries-50m.json"), "utf8"));
const flat = geoEquirectangular().scale(180 / Math.PI).translate([0, 0]).precision(0);
const flattened = (object) => geoProject(object, { stream: (sink) => flat.stream({ ...streamOf(sink), point: (x, y) => sink.point(x, -y) }) });
const streamOf = (sink) => ({
  sphere: () => sink.sphere(), lineStart: () => sink.lineStart(), lineEnd: () => sink.lineEnd(),
  polygonStart: () => sink.polygonStart(), polygonEnd: () => sink.polygonEnd(),
});
const outlines = { land: flattened(merge(world, world.objects.countries.geometries)), borders: flattened(mesh(world, world.objects.countries, (a, b) => a !== b)) };
const rounded = JSON.stringify(outlines, (_, value) => (typeof value === "number" ? Math.round(value * 100) / 100 : value));
await writeFile(join(out, "outlines.json"), rounded);

// Type: the upright and, for words quoted, the italic of each family, in every script it has; a browser loads what it needs.
let faces = "";
for (const [family, sheets] of [["inter", ["index.css"]], ["source-serif-4", ["index.css", "wght-italic.css"]]]) {
  const home = join(modules, "@fontsource-variable", family);
  for (const sheet of sheets) {
    const css = await readFile(join(home, sheet), "utf8");
    for (const [, file] of css.matchAll(/url\(\.\/files\/([\w.-]+)\)/g)) await copyFile(join(home, "files", file), join(out, file));
    faces += css.replaceAll("./files/", "./");
  }
}
await writeFile(join(out, "fonts.css"), faces);

// What is passed on carries its licence.
const passedOn = ["maplibre-gl", "@observablehq/plot", "d3", "world-atlas", "@fontsource-variable/inter", "@fontsource-variable/source-serif-4"];
const licences = await Promise.all(passedOn.map(async (name) => {
  const folder = join(modules, name);
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
  return `${name} ${version}\n\n${(await readFile(join(folder, file), "utf8")).trim()}\n`;
}));
await writeFile(join(out, "LICENSES.txt"), `The outlines of countries are Natural Earth's, in the public domain.\n\n${licences.join(`\n${"-".repeat(80)}\n\n`)}`);
