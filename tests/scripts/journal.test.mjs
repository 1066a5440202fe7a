import assert from "node:assert/strict";
import test from "node:test";
import { drop, forget, lastTap, taps, tidy, write } from "../../static/js/offline/journal.js";

let number = 0;
const who = (account = "anna", now = 1_000_000) => ({ account, name: account, newId: () => `id-${++number}`, now });
const tap = (date, more) => ({ kind: "answers", answers: { severity: "mild" }, date, base_revision: 0, ...more });

function stored(start = {}) {
  const kept = { ...start };
  const methods = { getItem: (key) => kept[key] ?? null, setItem: (key, value) => { kept[key] = value; }, removeItem: (key) => { delete kept[key]; } };
  for (const [name, method] of Object.entries(methods)) Object.defineProperty(kept, name, { value: method });
  globalThis.localStorage = kept;
  return kept;
}

test("a tap is written at once and read in the order of the taps", () => {
  const kept = stored();
  const [first, second] = [write(tap("2026-03-14"), who()), write(tap("2026-03-13"), who())];
  assert.deepEqual(taps().map(({ item }) => item), [first.item, second.item]);
  assert.equal(JSON.parse(kept[first.key]).item.client_id, first.item.client_id);
  drop(taps());
  assert.deepEqual(taps(), []);
});

test("what was tapped last on a day is known, also when that has been sent", () => {
  stored();
  const first = write(tap("2026-03-14"), who());
  drop([first]);
  assert.equal(lastTap("anna", "2026-03-14"), first.item.client_id);
  assert.equal(lastTap("anna", "2026-03-15"), undefined);
  assert.equal(lastTap("ben", "2026-03-14"), undefined);
});

test("of somebody who signed out nothing is left, of others all", () => {
  drop(taps());
  const kept = stored();
  write(tap("2026-03-14"), who("anna"));
  write(tap("2026-03-14"), who("ben"));
  forget("anna");
  assert.deepEqual(taps().map(({ item }) => item.account), ["ben"]);
  assert.doesNotMatch(JSON.stringify(kept), /anna/);
});

test("what was made yesterday is on no screen any more", () => {
  const kept = stored();
  write(tap("2026-03-14"), who());
  drop(taps());
  tidy(1_000_000 + 90_000_000);
  assert.deepEqual(Object.keys(kept), []);
});

test("where nothing can be stored taps live as long as their page", () => {
  for (const broken of [undefined, { getItem() { throw new Error("no"); }, setItem() { throw new Error("full"); } }]) {
    globalThis.localStorage = broken;
    const one = write(tap("2026-03-01"), who());
    assert.deepEqual(taps().map(({ item }) => item), [one.item]);
    drop(taps());
  }
});
