/* A plugin for Chart.js: thresholds as dashed lines, Botox sessions and other changes as labelled vertical ones,
   and the names of several curves at their ends. */

import { rowsOfLabels, spread } from "./chart-config.js";

const LETTERS = "12px system-ui, sans-serif";
const LABEL_WIDTH = 44;
const LABEL_ROWS = 2;
const LETTER_WIDTH = 14;
const LINE_HEIGHT = 15;

export const lines = {
  id: "lines",
  afterDatasetsDraw(chart, _event, { levels, marks, hasNames, ink, accent, ground }) {
    const { ctx, chartArea, scales } = chart;
    ctx.save();
    ctx.font = LETTERS;
    levels.forEach((level, index) => {
      const isBelow = index < levels.length - 1;
      drawLevel(ctx, chartArea, scales.y.getPixelForValue(level.at), level.label, isBelow, ink, ground);
    });
    const sessions = marks.filter((mark) => mark.is_session);
    const changes = marks.filter((mark) => !mark.is_session);
    for (const mark of changes) drawLine(ctx, chartArea, scales.x.getPixelForValue(mark.at), ink, [2, 3]);
    for (const mark of sessions) drawLine(ctx, chartArea, scales.x.getPixelForValue(mark.at), accent, []);
    ctx.textAlign = "center";
    placed(sessions, scales.x, LABEL_WIDTH, (label, x, row) => {
      if (row < LABEL_ROWS) write(ctx, label, within(x, chartArea), chartArea.top - 5 - row * LINE_HEIGHT, accent, ground);
    });
    placed(changes, scales.x, LETTER_WIDTH, (label, x, row) => {
      write(ctx, label, x, chartArea.top + 12 + row * LINE_HEIGHT, ink, ground);
    });
    if (hasNames) drawNames(chart, ink, ground);
    ctx.restore();
  },
};

function placed(marks, scale, width, put) {
  const places = marks.map((mark) => scale.getPixelForValue(mark.at));
  const rows = rowsOfLabels(places, width);
  marks.forEach((mark, index) => put(mark.label, places[index], rows[index]));
}

function within(x, area) {
  return Math.min(Math.max(x, area.left + LABEL_WIDTH / 2 - 10), area.right - LABEL_WIDTH / 2 + 4);
}

function drawLevel(ctx, area, y, label, isBelow, ink, ground) {
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([6, 4]);
  stroke(ctx, area.left, y, area.right, y);
  ctx.setLineDash([]);
  ctx.textAlign = "right";
  write(ctx, label, area.right - 2, isBelow ? y + LINE_HEIGHT : y - 4, ink, ground);
}

function drawLine(ctx, area, x, colour, dash) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = dash.length ? 1.5 : 2;
  ctx.setLineDash(dash);
  stroke(ctx, x, area.top, x, area.bottom);
  ctx.setLineDash([]);
}

/* The number of each curve beside its last point. */
function drawNames({ ctx, data, chartArea, scales }, ink, ground) {
  const ends = data.datasets.map((one) => one.data.reduce((last, value, index) => (value === null ? last : index), -1));
  const heights = data.datasets.map((one, index) => scales.y.getPixelForValue(one.data[ends[index]]));
  ctx.textAlign = "left";
  spread(heights, LINE_HEIGHT).forEach((y, index) => {
    const x = Math.min(scales.x.getPixelForValue(ends[index]) + 7, chartArea.right + 8);
    write(ctx, data.datasets[index].label.split(" ").pop(), x, y + 4, ink, ground);
  });
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
