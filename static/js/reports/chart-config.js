/* From the figures of a chart to what Chart.js wants. `paint(colour, hatched)` gives the fill. */

const MOST_TICKS = 8;
const SMALLEST_LETTERS = 12;
const POINTS = ["circle", "rect", "triangle", "rectRot", "crossRot", "star"];

export function configOf(figures, paint) {
  const isLine = figures.kind === "line";
  return {
    type: figures.kind,
    data: {
      labels: figures.labels,
      datasets: figures.series.map((one, number) => (isLine ? lineOf(one, paint, number) : barsOf(one, paint))),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: figures.marks.some((mark) => mark.is_session) ? 34 : 6, right: hasNames(figures) ? 18 : 4 } },
      interaction: { mode: "index", intersect: false },
      scales: {
        x: axis(paint, { stacked: !isLine, grid: { display: false } }),
        y: axis(paint, { stacked: !isLine, beginAtZero: true, max: figures.most }, { includeBounds: false }),
      },
      plugins: {
        legend: { display: false },
        tooltip: { filter: (item) => item.raw !== null && item.raw !== 0 },
        lines: { levels: figures.levels, marks: figures.marks, hasNames: hasNames(figures), ink: paint("ink"), accent: paint("accent"), ground: paint("ground") },
      },
      onClick: (_event, hit) => {
        const link = linkAt(figures.links, hit);
        if (link) location.assign(link);
      },
    },
  };
}

export function linkAt(links, hit) {
  return hit.length ? (links[hit[0].index] ?? null) : null;
}

/* The row of each label, the first in which it touches none before it. */
export function rowsOfLabels(places, width) {
  const ends = [];
  return places.map((place) => {
    const free = ends.findIndex((end) => place - width / 2 >= end);
    const row = free < 0 ? ends.length : free;
    ends[row] = place + width / 2;
    return row;
  });
}

function barsOf(one, paint) {
  return {
    label: one.name,
    data: one.values,
    backgroundColor: paint(one.colour, one.hatched),
    borderColor: paint(one.hatched ? one.colour : "ground"),
    borderWidth: one.hatched ? 1 : { top: 1 },
    categoryPercentage: 0.85,
    barPercentage: 0.9,
  };
}

/* Several lines are named at their ends; a single one is named by its title. */
function hasNames(figures) {
  return figures.kind === "line" && figures.series.length > 1;
}

/* Where each of several names goes so that none lies on another: as near as can be below its place. */
export function spread(places, gap) {
  const order = places.map((_, index) => index).sort((a, b) => places[a] - places[b]);
  const spreadOut = [...places];
  order.forEach((index, rank) => {
    if (rank) spreadOut[index] = Math.max(places[index], spreadOut[order[rank - 1]] + gap);
  });
  return spreadOut;
}

function lineOf(one, paint, number) {
  return {
    label: one.name,
    data: one.values,
    borderColor: paint(one.colour),
    backgroundColor: paint(one.colour),
    borderWidth: 2,
    borderDash: one.dash.split(" ").filter(Boolean).map(Number),
    pointRadius: 4,
    pointStyle: POINTS[number % POINTS.length],
    spanGaps: false,
  };
}

function axis(paint, own, ticks = {}) {
  return {
    ...own,
    border: { color: paint("line") },
    grid: { color: paint("line"), ...own.grid },
    ticks: {
      color: paint("ink-soft"),
      font: { size: SMALLEST_LETTERS },
      maxTicksLimit: MOST_TICKS,
      maxRotation: 0,
      autoSkipPadding: 6,
      precision: 0,
      ...ticks,
    },
  };
}
