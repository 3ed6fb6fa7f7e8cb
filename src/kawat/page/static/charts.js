"use strict";
// Draws each chart's specification with Vega in SVG, in the colours of the page; the interpreter
// (`ast`) needs no eval, so the policy of the page stays strict.
const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(name).trim();
const axis = {
  labelColor: colour("--dim"), titleColor: colour("--dim"), domainColor: colour("--hair"), tickColor: colour("--hair"),
  gridColor: colour("--hair"), titleFontWeight: "normal", labelFontSize: 11, titleFontSize: 11,
};
const config = {
  background: "transparent", font: "system-ui, sans-serif", view: { stroke: null }, axis,
  legend: { labelColor: colour("--ink"), titleColor: colour("--dim"), titleFontWeight: "normal", labelFontSize: 11.5 },
  rule: { color: colour("--dim") },
};
for (const plot of document.querySelectorAll(".plot")) {
  const spec = JSON.parse(plot.querySelector("script").textContent);
  const drawing = document.createElement("div");
  plot.replaceChildren(drawing);
  plot.hidden = false;
  vegaEmbed(drawing, spec, {
    mode: "vega-lite", renderer: "svg", ast: true, actions: false, defaultStyle: false, config,
    tooltip: { disableDefaultStyle: true, theme: "custom" },
  }).catch((problem) => {
    plot.hidden = true;
    plot.parentElement.querySelector("details").open = true;
    console.error(problem);
  });
}
