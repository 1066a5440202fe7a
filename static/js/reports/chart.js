/* Draws a chart over its numbers, once it comes into view; says so quietly when Chart.js cannot be had. */

import { hatching, ink } from "../components/ink.js";
import { configOf } from "./chart-config.js";
import { lines } from "./chart-lines.js";

const SOON = "200px";

export async function start(figure) {
  const drawing = figure.querySelector(".chart__drawing");
  drawing.hidden = false;
  if (!(await isChartHere())) {
    drawing.hidden = true;
    figure.querySelector(".chart__note").hidden = false;
    return;
  }
  const figures = JSON.parse(figure.querySelector(".chart__figures").textContent);
  const canvas = figure.querySelector(".chart__canvas");
  onceVisible(drawing, () => {
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
  });
}

function isChartHere() {
  if (window.Chart) return true;
  const script = document.querySelector("script[integrity]");
  if (!script || document.readyState === "complete") return false;
  return new Promise((settle) => {
    const look = () => settle(Boolean(window.Chart));
    for (const event of ["load", "error"]) script.addEventListener(event, look);
    window.addEventListener("load", look);
  });
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
