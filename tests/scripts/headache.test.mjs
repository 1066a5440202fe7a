import assert from "node:assert/strict";
import test from "node:test";
import { bringBack, takeOff } from "../../static/js/days/headache.js";

function aForm(values) {
  const fields = new Map(Object.entries(values).map(([name, value]) => [name, { value }]));
  return { namedItem: (name) => fields.get(name) };
}

test("no headache takes its answers off the page, and yes brings them back", () => {
  const form = aForm({ severity: "severe", pain: "8", nausea: "", note: "Mine." });
  const taken = new Map();
  takeOff(form, ["severity", "pain", "nausea"], taken);
  const values = () => ["severity", "pain", "nausea", "note"].map((name) => form.namedItem(name).value);
  assert.deepEqual(values(), ["", "", "", "Mine."]);
  form.namedItem("pain").value = "3";
  bringBack(form, taken);
  assert.deepEqual(values(), ["severe", "3", "", "Mine."]);
  assert.equal(taken.size, 0);
});
