import assert from "node:assert/strict";
import test from "node:test";
import { configOf, linkAt, rowsOfLabels, spread } from "../../static/js/reports/chart-config.js";

const paint = (name, hatched) => (hatched ? `${name} hatched` : name);
const figures = {
  kind: "bar",
  labels: ["Mar", "Apr"],
  series: [
    { name: "Severe", values: [3, 4], colour: "severe", hatched: false },
    { name: "Not recorded", values: [0, 2], colour: "moderate", hatched: true },
  ],
  levels: [{ at: 15, label: "15" }],
  marks: [{ at: 0.4, label: "12 Mar", is_session: true }],
  links: ["/months/2026-03", "/months/2026-04"],
  most: 31,
};

test("what could still be is hatched and stands on what is certain", () => {
  const { data, options } = configOf(figures, paint);
  assert.deepEqual(data.datasets.map((one) => one.backgroundColor), ["severe", "moderate hatched"]);
  assert.equal(options.scales.x.stacked, true);
  assert.equal(options.scales.y.stacked, true);
});

test("nothing moves, and there are at most eight ticks", () => {
  const { options } = configOf(figures, paint);
  assert.equal(options.animation, false);
  for (const axis of Object.values(options.scales)) assert.equal(axis.ticks.maxTicksLimit, 8);
});

test("a week that is not known leaves a gap in the line", () => {
  const line = { ...figures, kind: "line", series: [{ name: "Days", values: [1, null], colour: "moderate", dash: "" }] };
  const { type, data, options } = configOf(line, paint);
  assert.equal(type, "line");
  assert.equal(data.datasets[0].spanGaps, false);
  assert.equal(options.scales.y.stacked, false);
});

test("a bar leads to its month, an empty place nowhere", () => {
  assert.equal(linkAt(figures.links, [{ index: 1 }]), "/months/2026-04");
  assert.equal(linkAt(figures.links, []), null);
  assert.equal(linkAt([], [{ index: 0 }]), null);
});

test("labels that would touch stand under each other", () => {
  assert.deepEqual(rowsOfLabels([50, 100, 130, 160, 300], 44), [0, 0, 1, 0, 0]);
  assert.deepEqual(rowsOfLabels([50, 94], 44), [0, 0]);
});

test("several curves differ in dash and point, and are named at their ends", () => {
  const series = ["", "6 3"].map((dash, n) => ({ name: `Cycle ${n + 1}`, values: [n, 2], colour: "severe", dash }));
  const { data, options } = configOf({ ...figures, kind: "line", series, marks: [] }, paint);
  assert.deepEqual(data.datasets.map((one) => one.borderDash), [[], [6, 3]]);
  assert.notEqual(data.datasets[0].pointStyle, data.datasets[1].pointStyle);
  assert.equal(options.plugins.lines.hasNames, true);
});

test("a single curve needs no name at its end", () => {
  const series = [{ name: "Days", values: [1, 2], colour: "severe", dash: "" }];
  assert.equal(configOf({ ...figures, kind: "line", series }, paint).options.plugins.lines.hasNames, false);
});

test("names of curves that end together stand under each other", () => {
  assert.deepEqual(spread([40, 10, 42], 15), [40, 10, 55]);
  assert.deepEqual(spread([10, 60], 15), [10, 60]);
});

test("room above is kept for the days of sessions alone", () => {
  const change = [{ at: 0.4, label: "A", is_session: false }];
  const top = (marks) => configOf({ ...figures, marks }, paint).options.layout.padding.top;
  assert.ok(top(figures.marks) > top(change));
});
