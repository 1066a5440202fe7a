import assert from "node:assert/strict";
import test from "node:test";
import { matches } from "../../static/js/medicines/picker.js";

const shelf = [
  { value: "aspirin + paracetamol + caffeine", label: "Excedrin, Anadin Extra" },
  { value: "paracetamol", label: "acetaminophen, Tylenol, Panadol" },
  { value: "sumatriptan", label: "Imitrex, Imigran" },
];
const found = (typed) => matches(typed, shelf).map(({ value }) => value);

test("a medicine is found by the beginning of its generic or brand name", () => {
  assert.deepEqual(found("suma"), ["sumatriptan"]);
  assert.deepEqual(found("IMIG"), ["sumatriptan"]);
});

test("a name that begins so comes before one that only contains the word", () => {
  assert.deepEqual(found("para"), ["paracetamol", "aspirin + paracetamol + caffeine"]);
});

test("accents and case make no difference", () => {
  assert.deepEqual(found("Tylénol"), ["paracetamol"]);
});

test("nothing typed and nothing alike find nothing", () => {
  assert.deepEqual(found("  "), []);
  assert.deepEqual(found("riptan"), []);
});

test("no more is shown than fits on a phone", () => {
  const many = Array.from({ length: 30 }, (_, number) => ({ value: `aspirin ${number}`, label: "" }));
  assert.equal(matches("aspirin", many).length, 8);
});
