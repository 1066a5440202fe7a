import assert from "node:assert/strict";
import test from "node:test";
import { implied, isAsServed, isUnheard, revisionIn, wordsFor } from "../../static/js/days/keep.js";

test("the new revision is read from strong and weak tags", () => {
  assert.equal(revisionIn('"12"'), "12");
  assert.equal(revisionIn('W/"12"'), "12");
  assert.equal(revisionIn(null), null);
});

test("only an answer without content means saved", () => {
  assert.equal(wordsFor(204), "Saved");
  for (const status of [0, 200, 401, 409, 422, 500, 503]) assert.notEqual(wordsFor(status), "Saved");
});

test("a day changed elsewhere and a missing answer lead to the Save button", () => {
  assert.match(wordsFor(409), /see both/);
  assert.match(wordsFor(422), /why/);
});

test("a severity says that there was a headache", () => {
  assert.deepEqual(implied("severity", "mild"), { headache: "yes" });
  assert.deepEqual(implied("severity", ""), {});
});

test("one length takes back the other", () => {
  assert.deepEqual(implied("about", "180"), { minutes: "" });
  assert.deepEqual(implied("minutes", "45"), { about: "" });
  assert.deepEqual(implied("minutes", ""), {});
});

test("what was typed or ticked before the script ran is seen", () => {
  const served = { checked: false, defaultChecked: false, value: "", defaultValue: "" };
  assert.equal(isAsServed(served), true);
  assert.equal(isAsServed({ ...served, value: "dull" }), false);
  assert.equal(isAsServed({ ...served, checked: true }), false);
  assert.equal(isAsServed({ value: "yes" }), true); // a button or a group of fields
});

test("the phone keeps what nobody has read, and nothing else", () => {
  for (const status of [0, 413, 500, 503]) assert.equal(isUnheard(status), true);
  for (const status of [204, 401, 409, 422]) assert.equal(isUnheard(status), false);
});
