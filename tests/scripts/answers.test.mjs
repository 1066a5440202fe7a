import assert from "node:assert/strict";
import test from "node:test";
import { answersIn, contradicts, differing, implied, isAnsweredEarly, touchedOf } from "../../static/js/days/answers.js";

const FIELDS = [
  ["csrf_token", "x"], ["revision", "3"], ["headache", "yes"], ["severity", ""], ["pain", "7"], ["about", ""], ["minutes", "45"],
  ["nausea", "no"], ["impact", "none"], ["aura_characteristics", "spreads"], ["triggers", "stress"], ["triggers", "bad sleep; noise"],
  ["note", "yes"], ["medicines-0-name", " aspirin "], ["medicines-0-count", "2"], ["medicines-0-helped", "helped"],
  ["medicines-1-name", ""], ["medicines-1-count", ""],
];

test("only what was touched is an answer, and not answered is null", () => {
  assert.deepEqual(answersIn(FIELDS, ["severity", "nausea"]), { severity: null, nausea: false });
  assert.deepEqual(answersIn(FIELDS, []), {});
  assert.deepEqual(answersIn(FIELDS, ["csrf_token", "revision", ""]), {});
});

test("each answer has its type", () => {
  assert.deepEqual(answersIn(FIELDS, ["headache", "pain", "minutes", "impact", "note"]), {
    headache: true, pain: 7, minutes: 45, impact: "none", note: "yes",
  });
  assert.deepEqual(answersIn(FIELDS, ["triggers", "aura_characteristics"]), {
    triggers: ["stress", "bad sleep; noise"], aura_characteristics: ["spreads"],
  });
  assert.deepEqual(answersIn([["triggers", ""]], ["triggers"]), { triggers: [] });
});

test("a length is told once, however it was given", () => {
  assert.deepEqual(answersIn([["about", "all_day"], ["minutes", ""]], ["about"]), { minutes: "all_day" });
  assert.deepEqual(answersIn([["about", "180"], ["minutes", ""]], ["about", "minutes"]), { minutes: 180 });
  assert.deepEqual(answersIn([["about", ""], ["minutes", ""]], ["minutes"]), { minutes: null });
});

test("what is no number goes as it was typed, never as a missing value", () => {
  assert.deepEqual(answersIn([["pain", "a lot"]], ["pain"]), { pain: "a lot" });
  const gone = answersIn([], ["pain", "note", "severity", "headache", "triggers", "medicines-0-name", "minutes"]);
  assert.doesNotMatch(JSON.stringify(gone), /undefined|NaN/);
  assert.deepEqual(JSON.parse(JSON.stringify(gone)), gone);
});

test("a touch on any part of a dose tells all doses of the page", () => {
  const aspirin = { name: "aspirin", count: 2, purpose: "acute", helped: true };
  for (const name of ["medicines-0-name", "medicines-0-helped", "medicines-1-count", "no_medicines"]) {
    assert.deepEqual(answersIn(FIELDS, [name]), { medicines: [aspirin] });
  }
  const unrated = [["medicines-0-name", "x"], ["medicines-0-helped", ""], ["medicines-0-at", "20:48"]];
  assert.deepEqual(answersIn(unrated, ["medicines-0-name"]).medicines, [{ name: "x", count: 1, purpose: "acute", time: "20:48", helped: null }]);
  assert.deepEqual(answersIn([["no_medicines", "y"]], ["no_medicines"]), { medicines: [] });
  assert.deepEqual(answersIn([["medicines-0-name", "x"], ["medicines-0-count", "0"]], ["medicines-0-count"]), { medicines: null });
});

test("a page that never showed the day adds what was taken, and takes nothing away", () => {
  const { answers, doses } = touchedOf(FIELDS, ["medicines-0-name", "nausea"]);
  assert.deepEqual([answers, doses.map(({ name }) => name)], [{ nausea: false }, ["aspirin"]]);
  assert.deepEqual(touchedOf([["no_medicines", "y"]], ["no_medicines"]), { answers: { medicines: [] }, doses: [] });
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

test("what was typed or chosen before the script ran is seen", () => {
  const served = { type: "text", checked: false, defaultChecked: false, value: "", defaultValue: "" };
  const radio = { ...served, type: "radio", value: "mild", defaultValue: "mild" };
  assert.equal(isAnsweredEarly(served), false);
  assert.equal(isAnsweredEarly({ ...served, value: "dull" }), true);
  assert.equal(isAnsweredEarly({ ...served, type: "checkbox", checked: true }), true);
  assert.equal(isAnsweredEarly({ ...radio, checked: true }), true);
  assert.equal(isAnsweredEarly({ ...radio, defaultChecked: true }), false); // another choice took its place
  assert.equal(isAnsweredEarly({ value: "yes" }), false); // a button or a group of fields
});

test("what another script of the page changed is seen as well", () => {
  const before = [["headache", "yes"], ["severity", "mild"], ["triggers", "stress"], ["note", ""]];
  const after = [["headache", "no"], ["severity", ""], ["triggers", "stress"], ["triggers", "noise"], ["note", ""]];
  assert.deepEqual(differing(before, after), ["headache", "severity", "triggers"]);
  assert.deepEqual(differing(before, before), []);
});

test("nothing taken beside a medicine is a contradiction", () => {
  assert.equal(contradicts([...FIELDS, ["no_medicines", "y"]]), true);
  assert.equal(contradicts(FIELDS), false);
  assert.equal(contradicts([["no_medicines", "y"], ["medicines-0-name", " "]]), false);
});
