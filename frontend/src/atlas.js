// Turns the packed outlines of countries into GeoJSON, in the browser.
export { feature, mesh } from "topojson-client";
