import assert from "node:assert/strict";
import test from "node:test";
import { again, meaning, moved, sendable, settled } from "../../static/js/offline/batch.js";

const TODAY = "2026-03-14";
const DAY = `/days/${TODAY}`;

function keptOf(change, more = {}) {
  const item = { format: 2, client_id: "one", account: "anna", at: "", date: TODAY, base_revision: 0, ...change };
  return { place: 1, item, name: "Anna", tried: false, refused: null, ...more };
}

const answers = (client_id, told, { item, ...more } = {}) => keptOf({ kind: "answers", client_id, answers: told, ...item }, more);

test("only one's own changes are sent, none set aside, none of a newer app, fifty at most", () => {
  const many = Array.from({ length: 60 }, (_, place) => keptOf({ kind: "clear" }, { place }));
  assert.equal(sendable(many, "anna").length, 50);
  assert.equal(sendable(many, "anna", 7).length, 7);
  assert.deepEqual(sendable(many, "ben"), []);
  assert.deepEqual(sendable([keptOf({}, { refused: "no" }), keptOf({ format: 3 })], "anna"), []);
});

test("only the diary's own list of answers counts as an answer", () => {
  assert.equal(meaning(200, { answers: [] }), "answered");
  assert.equal(meaning(200, null), "later");
  assert.equal(meaning(200, { answers: "<html>" }), "later");
  for (const status of [422, 500]) assert.equal(meaning(status, null), "trouble");
  for (const status of [0, 404, 415, 429, 502, 503]) assert.equal(meaning(status, null), "later");
  assert.equal(meaning(401, {}), "signed out");
  assert.equal(meaning(413, {}), "too much");
});

test("what is taken leaves the queue, what is refused is set aside, what nobody answered stays", () => {
  const sent = ["a", "b", "c", "d"].map((client_id, place) => keptOf({ client_id }, { place }));
  const { done, aside, choose, revisions } = settled(sent, [
    { client_id: "a", status: "applied", revision: 4 },
    { client_id: "b", status: "refused", message: "Give a whole number." },
    { client_id: "c", status: "conflict", revision: 7, page: `${DAY}/conflict` },
    { client_id: "other", status: "applied" },
  ]);
  assert.deepEqual(done, [0, 2]);
  assert.deepEqual(aside.map(({ place, refused }) => [place, refused]), [[1, "Give a whole number."]]);
  assert.deepEqual(choose, [{ date: TODAY, page: `${DAY}/conflict` }]);
  assert.deepEqual(revisions, [[TODAY, 4]]);
});

test("what stands on something that was set aside stands on what that stood on", () => {
  const wrong = answers("b", { pain: 11 }, { refused: "no", item: { after: "a" } });
  const [next] = sendable([wrong, answers("c", { note: "x" }, { item: { after: "b" } })], "anna");
  assert.equal(next.item.after, "a");
  const [tried] = sendable([wrong, answers("c", { note: "x" }, { tried: true, item: { after: "b" } })], "anna");
  assert.equal(tried.item.after, "b");
});

test("what holds up the others is left out, and they go on", () => {
  const all = [keptOf({ client_id: "a" }, { place: 1 }), keptOf({ client_id: "b" }, { place: 2 })];
  assert.deepEqual(sendable(all, "anna", 1, new Set([1])).map(({ place }) => place), [2]);
});

test("what was set aside is tried again once something else of its day is taken", () => {
  const [note, other] = [answers("a", { note: "x" }, { refused: "first" }), answers("b", {}, { refused: "no", item: { date: "2026-03-01" } })];
  const taken = [keptOf({ kind: "severity" })];
  assert.deepEqual(again([note, other], taken), [{ ...note, refused: null }]);
  assert.deepEqual(again([note, other], []), []);
});

test("a tap comes to wait once, however often it is handed over", () => {
  const tap = { item: answers("a", { note: "x" }).item, name: "Anna" };
  const { add } = moved([], [tap]);
  assert.deepEqual(add, [{ ...tap, tried: false, refused: null }]);
  assert.deepEqual(moved([{ ...add[0], place: 1 }], [tap]).add, []);
});

test("a tap stands on what waits for its day, or on the tap that was made before it", () => {
  const tap = { item: { ...answers("c", { note: "x" }).item, after: "b" }, name: "Anna" };
  assert.equal(moved([], [tap]).add[0].item.after, "b");
  assert.equal(moved([keptOf({ client_id: "z", kind: "severity" })], [tap]).add[0].item.after, "z");
  assert.equal(moved([answers("b", { pain: 11 }, { refused: "no", item: { after: "a" } })], [tap]).add[0].item.after, "a");
});

test("an answer given anew takes the place of the one that was set aside", () => {
  const aside = answers("a", { pain: 11, note: "x" }, { refused: "no" });
  const tap = (told) => ({ item: answers("b", told).item, name: "Anna" });
  assert.deepEqual(moved([aside], [tap({ pain: 7 })]).put[0].item.answers, { note: "x" });
  assert.deepEqual(moved([aside], [tap({ pain: 7, note: "y" })]).drop, [1]);
  assert.deepEqual(moved([aside], [tap({ nausea: true })]).put, []);
});
