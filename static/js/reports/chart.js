/* Draws a chart over its numbers, once it comes into view; says so quietly when Chart.js cannot be had.
   What is not drawn by then is printed as its table. */

import { hatching, ink } from "../components/ink.js";
import { configOf } from "./chart-config.js";
import { lines } from "./chart-lines.js";

const SOON = "200px";

let fetched = null;

export function start(figure) {
  const drawing = figure.querySelector(".chart__drawing");
  printTable(figure);
  onceVisible(drawing, async () => {
    fetched ??= fetchChart();
    if (await fetched) return keepDrawn(figure);
    drawing.hidden = true;
    figure.querySelector(".chart__note").hidden = false;
  });
}

function printTable(figure) {
  const table = figure.querySelector(".disclosure");
  let wasOpen = table.open;
  window.addEventListener("beforeprint", () => {
    wasOpen = table.open;
    table.open ||= !("drawn" in figure.dataset);
  });
  window.addEventListener("afterprint", () => {
    table.open = wasOpen;
  });
}

function keepDrawn(figure) {
  const figures = JSON.parse(figure.querySelector(".chart__figures").textContent);
  const canvas = figure.querySelector(".chart__canvas");
  let chart = draw(canvas, figures);
  const redraw = () => {
    chart.destroy();
    chart = draw(canvas, figures);
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  for (const moment of ["beforeprint", "afterprint"]) {
    window.addEventListener(moment, () => {
      document.documentElement.classList.toggle("theme-light", moment === "beforeprint");
      redraw();
    });
  }
}

/* Whether Chart.js came; its hash is checked by the browser. */
async function fetchChart() {
  const scripts = document.querySelector("template.chart-scripts").content.cloneNode(true);
  const came = [...scripts.children].map((script) => new Promise((settle) => {
    script.addEventListener("load", () => settle(true));
    script.addEventListener("error", () => settle(false));
  }));
  document.head.append(scripts);
  return (await Promise.all(came)).every(Boolean) && Boolean(window.Chart);
}

function onceVisible(element, act) {
  const watcher = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watcher.disconnect();
    whenIdle(act);
  }, { rootMargin: SOON });
  watcher.observe(element);
}

function whenIdle(act) {
  (window.requestIdleCallback ?? setTimeout)(act, { timeout: 500 });
}

function draw(canvas, figures) {
  const config = configOf(figures, (name, hatched) => (hatched ? hatching(ink(name)) : ink(name)));
  const chart = new window.Chart(canvas, { ...config, plugins: [lines] });
  canvas.closest(".chart").dataset.drawn = "";
  return chart;
}
