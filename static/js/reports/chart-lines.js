/* A plugin for Chart.js: thresholds as dashed lines, Botox sessions as labelled vertical ones. */

import { rowsOfLabels } from "./chart-config.js";

const LETTERS = "12px system-ui, sans-serif";
const LABEL_WIDTH = 44;
const LINE_HEIGHT = 15;

export const lines = {
  id: "lines",
  afterDatasetsDraw({ ctx, chartArea, scales }, _event, { levels, marks, ink, accent, ground }) {
    ctx.save();
    ctx.font = LETTERS;
    levels.forEach((level, index) => {
      const isBelow = index < levels.length - 1;
      drawLevel(ctx, chartArea, scales.y.getPixelForValue(level.at), level.label, isBelow, ink, ground);
    });
    const places = marks.map((mark) => scales.x.getPixelForValue(mark.at));
    const rows = rowsOfLabels(places, LABEL_WIDTH);
    marks.forEach((mark, index) => drawMark(ctx, chartArea, places[index], rows[index], mark.label, accent, ground));
    ctx.restore();
  },
};

function drawLevel(ctx, area, y, label, isBelow, ink, ground) {
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([6, 4]);
  stroke(ctx, area.left, y, area.right, y);
  ctx.setLineDash([]);
  ctx.textAlign = "right";
  write(ctx, label, area.right - 2, isBelow ? y + LINE_HEIGHT : y - 4, ink, ground);
}

function drawMark(ctx, area, x, row, label, accent, ground) {
  const top = area.top - 4 + row * 2 * LINE_HEIGHT;
  ctx.strokeStyle = accent;
  ctx.lineWidth = 2;
  stroke(ctx, x, top, x, area.bottom);
  ctx.textAlign = "center";
  const middle = Math.min(Math.max(x, area.left + LABEL_WIDTH / 2 - 10), area.right - LABEL_WIDTH / 2 + 4);
  write(ctx, "Botox", middle, top - LINE_HEIGHT - 2, accent, ground);
  write(ctx, label, middle, top - 2, accent, ground);
}

function stroke(ctx, fromX, fromY, toX, toY) {
  ctx.beginPath();
  ctx.moveTo(fromX, fromY);
  ctx.lineTo(toX, toY);
  ctx.stroke();
}

function write(ctx, text, x, y, colour, ground) {
  ctx.lineWidth = 4;
  ctx.strokeStyle = ground;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}
