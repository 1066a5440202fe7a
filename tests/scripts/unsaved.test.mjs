import assert from "node:assert/strict";
import test from "node:test";
import { isChanged } from "../../static/js/components/unsaved.js";

test("a form as it was is not changed", () => {
  assert.equal(isChanged([["note", "dull"]], [["note", "dull"]]), false);
});

test("a word typed, a box ticked or taken back is a change", () => {
  assert.equal(isChanged([["note", ""]], [["note", "dull"]]), true);
  assert.equal(isChanged([["note", ""]], [["note", ""], ["nausea", "yes"]]), true);
  assert.equal(isChanged([["note", ""], ["nausea", "yes"]], [["note", ""]]), true);
});
