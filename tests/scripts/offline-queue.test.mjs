import assert from "node:assert/strict";
import test from "node:test";
import { changesIn, counted, dateIn, instantIn, isAskedAbout, joined } from "../../static/js/offline/queue.js";

const TODAY = "2026-03-14";
const NOW = { today: TODAY, zone: "Europe/Berlin" };
const DAY = `/days/${TODAY}`;

function made(account = "anna") {
  let number = 0;
  return { account, name: account, at: "2026-03-14T18:30:00+00:00", newId: () => `id-${++number}` };
}

function keptOf(change, more = {}) {
  const item = { format: 1, client_id: "one", account: "anna", at: "", date: TODAY, base_revision: 0, ...change };
  return { place: 1, item, name: "Anna", tried: false, refused: null, ...more };
}

test("every form of a day becomes its kind of change", () => {
  const kinds = {
    [DAY]: { kind: "form", fields: [["revision", "3"], ["headache", "yes"]] },
    [`${DAY}/like-last-time`]: { kind: "like_last_time" },
    [`${DAY}/removal`]: { kind: "remove" },
  };
  for (const [path, change] of Object.entries(kinds)) {
    const fields = [["csrf_token", "x"], ["revision", "3"], ["headache", "yes"]];
    assert.deepEqual(changesIn(path, fields, NOW), [{ ...change, date: TODAY, base_revision: 3 }]);
  }
  assert.deepEqual(changesIn(`${DAY}/severity`, [["severity", "none"]], NOW), [
    { kind: "severity", severity: "none", date: TODAY, base_revision: null },
  ]);
  assert.deepEqual(changesIn(`/app${DAY}/doses`, [["dose", "naproxen 500 mg"], ["revision", "0"]], NOW), [
    { kind: "dose", dose: "naproxen 500 mg", date: TODAY, base_revision: 0 },
  ]);
  assert.deepEqual(changesIn(`${DAY}/doses/2/effect`, [["effect", "helped"], ["revision", "4"]], NOW), [
    { kind: "effect", index: 2, effect: "helped", date: TODAY, base_revision: 4 },
  ]);
});

test("a run of clear days is one change a day", () => {
  const fields = [["csrf_token", "x"], ["day", "2026-03-12"], ["day", "2026-03-13"]];
  assert.deepEqual(changesIn("/clear-days", fields, NOW).map(({ kind, date }) => [kind, date]), [
    ["clear", "2026-03-12"],
    ["clear", "2026-03-13"],
  ]);
});

test("a headache that starts or is over now belongs to today", () => {
  assert.deepEqual(changesIn("/headaches/running", [], NOW)[0], { kind: "headache_started", date: TODAY, base_revision: null });
  assert.deepEqual(changesIn("/headaches/running/end", [], NOW)[0], { kind: "headache_ended", date: TODAY, base_revision: null });
});

test("an end that was told, or said to be now, is not asked about again", () => {
  const end = (name, value) => changesIn("/headaches/running/end", [[name, value]], NOW)[0];
  assert.deepEqual([end("ends", "2026-03-12T08:00").date, end("ends", "2026-03-12T08:00").sure], ["2026-03-12", true]);
  assert.deepEqual([end("now", "yes").date, end("now", "yes").sure], [TODAY, true]);
  assert.equal(end("ends", "").sure, undefined);
});

test("a headache told with its start and end belongs to the day it started", () => {
  const fields = [["csrf_token", "x"], ["starts", "2026-03-13T22:00"], ["ends", "2026-03-14T03:00"]];
  assert.deepEqual(changesIn("/app/headaches", fields, NOW), [
    { kind: "headache", date: "2026-03-13", base_revision: null, fields: fields.slice(1) },
  ]);
});

test("an undo names what it takes back, and belongs to the day of the tap", () => {
  const change = { kind: "undo", date: TODAY, base_revision: null, change: "ab12" };
  assert.deepEqual(changesIn("/changes/ab12/reversal", [["csrf_token", "x"]], NOW), [change]);
});

test("a form that is about no day has to wait for the network", () => {
  for (const path of ["/sign-out", "/medicines", "/botox/sessions", `${DAY}/history`, "/shares"]) {
    assert.deepEqual(changesIn(path, [["name", "x"]], NOW), []);
  }
});

test("a second change of a day is built on the first", () => {
  const before = keptOf({ kind: "severity", severity: "mild" });
  const { add, drop } = joined([before], [{ kind: "dose", dose: "x", date: TODAY, base_revision: 0 }], made());
  assert.deepEqual(drop, []);
  assert.equal(add[0].item.after, "one");
});

test("the same day twice in one form is a chain as well", () => {
  const change = { kind: "clear", date: TODAY, base_revision: 0 };
  const { add } = joined([], [change, change], made());
  assert.deepEqual(add.map(({ item }) => item.after), [undefined, "id-1"]);
});

test("a first dose in a headache brings the headache along", () => {
  const fields = [["dose", "naproxen 500 mg"], ["revision", "0"], ["headache", "yes"]];
  const changes = changesIn(`${DAY}/doses`, fields, NOW);
  const { add } = joined([], changes, made());
  assert.deepEqual(add.map(({ item }) => [item.kind, item.after]), [["answers", undefined], ["dose", "id-1"]]);
  assert.deepEqual(Object.keys(add[1].item).sort(), ["account", "after", "at", "base_revision", "client_id", "date", "dose", "format", "kind"]);
  const second = joined([keptOf({ kind: "dose" })], changes, made());
  assert.deepEqual(second.add.map(({ item }) => [item.kind, item.after]), [["dose", "one"]]);
});

test("a form gives way to a later one, but not once it may have been sent", () => {
  const form = { kind: "form", fields: [], date: TODAY, base_revision: 9 };
  const waiting = keptOf({ kind: "form", fields: [], base_revision: 2, after: "zero" });
  const replaced = joined([waiting], [form], made());
  assert.deepEqual(replaced.drop, [1]);
  assert.equal(replaced.add[0].item.after, "zero");
  assert.equal(replaced.add[0].item.base_revision, 2);
  assert.notEqual(replaced.add[0].item.client_id, "one");
  const after = joined([{ ...waiting, tried: true }], [form], made());
  assert.deepEqual(after.drop, []);
  assert.equal(after.add[0].item.after, "one");
});

test("nothing is built on what was set aside, or on somebody else's change", () => {
  const form = { kind: "form", fields: [], date: TODAY, base_revision: 0 };
  for (const before of [keptOf({ kind: "form" }, { refused: "no" }), keptOf({ kind: "form", account: "ben" })]) {
    const { add, drop } = joined([before], [form], made());
    assert.deepEqual([add[0].item.after, drop], [undefined, []]);
  }
});

test("somebody else's changes are counted apart, with their name", () => {
  const all = [keptOf({}), keptOf({}, { refused: "no" }), keptOf({ account: "ben" }, { name: "Ben" })];
  assert.deepEqual(counted(all, "anna"), { refused: 1, waiting: 1, others: 1, names: ["Ben"] });
  assert.equal(counted(all.map((one, number) => ({ ...one, item: { ...one.item, client_id: number } })), undefined).waiting, 2);
});

test("many taps on one day are one entry", () => {
  const tap = (client_id, date) => keptOf({ kind: "answers", client_id, date });
  assert.equal(counted([tap("a", TODAY), tap("b", TODAY), tap("c", "2026-03-13")], "anna").waiting, 2);
});

test("a whole day that was never shown becomes what was touched", () => {
  const touched = { answers: { nausea: true }, doses: [{ name: "aspirin", count: 1 }] };
  const changes = changesIn(DAY, [["nausea", "yes"], ["severity", ""]], { ...NOW, touched });
  assert.deepEqual(changes, [
    { kind: "answers", answers: { nausea: true }, date: TODAY, base_revision: null },
    { kind: "dose", dose: { name: "aspirin", count: 1 }, date: TODAY, base_revision: null },
  ]);
  assert.deepEqual(changesIn(DAY, [], { ...NOW, touched: { answers: {}, doses: [] } }), []);
});

test("the day is that of the patient's time zone", () => {
  const at = new Date("2026-03-14T23:30:00Z");
  assert.equal(dateIn("Europe/London", at), "2026-03-14");
  assert.equal(dateIn("Europe/Berlin", at), "2026-03-15");
  assert.match(dateIn("Mars/Olympus", at), /^2026-03-1[45]$/);
});

test("a headache that ended earlier ended when the clock of the patient showed that", () => {
  const [change] = changesIn("/headaches/running/end", [["ends", "2026-03-13T08:30"]], NOW);
  assert.equal(change.at, "2026-03-13T07:30:00.000+00:00");
  assert.equal(change.date, "2026-03-13");
});

test("a time of day is found on both sides of a change of the clocks", () => {
  const told = (zone, shown) => new Date(instantIn(zone, shown)).toISOString();
  assert.equal(told("Europe/Berlin", "2026-03-29T01:59"), "2026-03-29T00:59:00.000Z");
  assert.equal(told("Europe/Berlin", "2026-03-29T03:00"), "2026-03-29T01:00:00.000Z");
  assert.equal(told("America/New_York", "2026-11-01T12:00"), "2026-11-01T17:00:00.000Z");
  assert.equal(told("Asia/Kolkata", "2026-06-01T00:00"), "2026-05-31T18:30:00.000Z");
});

test("a day of more than a year ago that was set aside is asked about once", () => {
  const now = Date.parse("2026-03-14T18:30Z");
  const about = (date, more = {}, refused = "Was this really that day?") => isAskedAbout({ item: { date, ...more }, refused }, now);
  assert.deepEqual([about("1970-01-01"), about("2025-03-13"), about("2025-03-15")], [true, true, false]);
  const end = { kind: "headache_ended" };
  assert.deepEqual([about("2026-03-14", end), about("2026-03-14", { ...end, sure: true })], [true, false]);
  assert.deepEqual([about("1970-01-01", { sure: true }), about("1970-01-01", {}, null)], [false, false]);
});
