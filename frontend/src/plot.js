// What the page uses of Observable Plot and D3, in one module.
export { plot, barX, barY, rectY, rectX, dot, dotX, line, lineY, areaY, link, ruleX, ruleY, text, tip, axisX, axisY, tickX, tree, pointerX, stackY, groupX, binX } from "@observablehq/plot";
export { forceSimulation, forceLink, forceManyBody, forceCollide, forceX, forceY } from "d3-force";
