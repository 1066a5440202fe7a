import assert from "node:assert/strict";
import test from "node:test";
import { lines, longDate, said, whyNotKept, wordsFor } from "../../static/js/offline/queue.js";

const NOTHING = { waiting: 0, refused: 0, others: 0, names: [] };

test("nothing is said while nothing waits", () => {
  assert.deepEqual(lines(NOTHING, "later"), []);
});

test("what waits is counted, with what happens next", () => {
  assert.deepEqual(lines({ ...NOTHING, waiting: 1 }, "offline"), ["1 entry not sent. Sent when there is a network."]);
  assert.match(lines({ ...NOTHING, waiting: 2 }, "signed out")[0], /^2 entries not sent. Sign in/);
  assert.match(lines({ ...NOTHING, waiting: 2 }, "later")[0], /later/);
});

test("somebody else's entries are named as theirs", () => {
  assert.match(lines({ ...NOTHING, others: 1, names: ["Ben"] }, "later")[0], /1 entry of Ben/);
});

test("what was refused is not hidden behind what waits", () => {
  assert.equal(lines({ ...NOTHING, waiting: 1, refused: 1 }, "later").length, 2);
});

test("a change is named in a few words", () => {
  assert.equal(said({ kind: "severity", severity: "none" }), "no headache");
  assert.equal(said({ kind: "severity", severity: "mild" }), "mild headache");
  assert.equal(said({ kind: "dose", dose: "naproxen 500 mg" }), "took naproxen 500 mg");
  const told = (ends) => said({ kind: "headache", fields: [["starts", "2026-03-13T22:00"], ["ends", ends]] });
  assert.equal(told("2026-03-13T23:30"), "headache from 22:00 to 23:30");
  assert.equal(told("2026-03-14T03:00"), "headache from 22:00 to Sat 14 Mar, 03:00");
  assert.equal(longDate("2026-03-14"), "Saturday 14 March");
});

test("what was kept is named with its day, what was not says what to do", () => {
  const change = { kind: "severity", severity: "mild", date: "2026-03-14" };
  assert.equal(wordsFor({ told: "kept", changes: [change] }), "Kept on this phone: Saturday 14 March, mild headache.");
  assert.match(wordsFor({ told: "unanswered" }), /^Not saved: .*Tap again/);
  assert.equal(wordsFor({ told: "kept", changes: [change, { ...change, date: "2026-03-13" }] }), "Kept on this phone: 2 days.");
  const more = wordsFor({ told: "kept", changes: [{ ...change, kind: "answers", answers: { worse_with_activity: true } }, change] });
  assert.equal(more, "Kept on this phone: Saturday 14 March, worse with activity, mild headache.");
  assert.match(wordsFor({ told: "nothing touched" }), /^Nothing to save yet/);
  assert.match(wordsFor({ told: "nobody known" }), /^Not saved: sign in/);
  assert.match(wordsFor({ told: "no form of a day" }), /^Not done: this needs a network/);
});

test("why something was not kept is said truly", () => {
  assert.match(whyNotKept({ name: "QuotaExceededError" }), /^Not saved: this phone has no room/);
  assert.match(whyNotKept({ name: "KeepsNothing" }), /^Not saved: this browser keeps nothing, as in a private window/);
  assert.match(whyNotKept({ name: "UnknownError" }), /^Not saved: this browser could not keep it/);
});

test("why the diary opens only with a network is said while something waits", () => {
  assert.deepEqual(lines(NOTHING, "later", "http"), []);
  assert.match(lines({ ...NOTHING, waiting: 1 }, "offline", "http")[1], /without https/);
  assert.match(lines({ ...NOTHING, waiting: 1 }, "offline", "this browser")[1], /this browser opens the diary only/);
});

test("a name from right to left turns nothing around it", () => {
  const [line] = lines({ ...NOTHING, others: 1, names: ["\u05d1\u05df 2", "Ben"] }, "later");
  assert.ok(line.includes("of \u2068\u05d1\u05df 2\u2069, Ben not sent"));
});
