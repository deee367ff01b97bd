// What the page uses of Observable Plot and D3, in one module.
export { plot, barX, barY, rectY, rectX, dot, dotX, line, lineY, areaY, link, ruleX, ruleY, text, tip, pointer, axisX, axisY, tickX, tree, pointerX, stackY, groupX, binX } from "@observablehq/plot";
export { forceSimulation, forceLink, forceManyBody, forceCollide, forceX, forceY } from "d3-force";
export { brushX } from "d3-brush";
export { select } from "d3-selection";
