/* From the figures of a chart to what Chart.js wants. `paint(colour, hatched)` gives the fill. */

const MOST_TICKS = 8;
const SMALLEST_LETTERS = 12;

export function configOf(figures, paint) {
  const isLine = figures.kind === "line";
  return {
    type: figures.kind,
    data: {
      labels: figures.labels,
      datasets: figures.series.map((one) => (isLine ? lineOf(one, paint) : barsOf(one, paint))),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: figures.marks.length ? 34 : 6, right: 4 } },
      interaction: { mode: "index", intersect: false },
      scales: {
        x: axis(paint, { stacked: !isLine, grid: { display: false } }),
        y: axis(paint, { stacked: !isLine, beginAtZero: true, max: figures.most }, { includeBounds: false }),
      },
      plugins: {
        legend: { display: false },
        tooltip: { filter: (item) => item.raw !== null && item.raw !== 0 },
        lines: { levels: figures.levels, marks: figures.marks, ink: paint("ink"), accent: paint("accent"), ground: paint("ground") },
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

export function rowsOfLabels(places, width) {
  let end = -Infinity;
  let row = 0;
  return places.map((place) => {
    row = place - width / 2 < end ? row + 1 : 0;
    end = place + width / 2;
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

function lineOf(one, paint) {
  return {
    label: one.name,
    data: one.values,
    borderColor: paint(one.colour),
    backgroundColor: paint(one.colour),
    borderWidth: 2,
    pointRadius: 4,
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
