import assert from "node:assert/strict";
import test from "node:test";
import { sweep } from "../../static/js/components/swipe.js";

const at = (clientX, clientY) => ({ clientX, clientY });

test("a sweep to the left leads on, one to the right leads back", () => {
  assert.equal(sweep(at(300, 200), at(240, 210)), "next");
  assert.equal(sweep(at(100, 200), at(160, 190)), "prev");
});

test("a tap, a short sweep and a scroll lead nowhere", () => {
  assert.equal(sweep(at(100, 200), at(100, 200)), null);
  assert.equal(sweep(at(300, 200), at(241, 200)), null);
  assert.equal(sweep(at(300, 200), at(220, 241)), null);
});
