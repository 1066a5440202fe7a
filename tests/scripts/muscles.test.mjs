import assert from "node:assert/strict";
import test from "node:test";
import { inWords, stepped, sum } from "../../static/js/botox/muscles.js";

test("a tap adds one site of five units and another takes it away", () => {
  const more = stepped({ units: 20, sites: 4 }, 1);
  assert.deepEqual(more, { units: 25, sites: 5 });
  assert.deepEqual(stepped(more, -1), { units: 20, sites: 4 });
});

test("nothing is less than nothing, and without units there is no site", () => {
  assert.deepEqual(stepped({ units: 0, sites: 0 }, -1), { units: 0, sites: 0 });
  assert.deepEqual(stepped({ units: 5, sites: 3 }, -1), { units: 0, sites: 0 });
});

test("the sites of all are open while those of one place are", () => {
  const temple = { units: 20, sites: 4 };
  const nothing = { units: 0, sites: 0 };
  assert.deepEqual(sum([temple, nothing]), { units: 20, sites: 4 });
  assert.deepEqual(sum([temple, { units: 5, sites: 0 }]), { units: 25, sites: 0 });
});

test("numbers are said in words", () => {
  assert.equal(inWords({ units: 155, sites: 31 }), "155 units at 31 sites");
  assert.equal(inWords({ units: 5, sites: 1 }), "5 units at 1 site");
  assert.equal(inWords({ units: 5, sites: 0 }), "5 units");
  assert.equal(inWords({ units: 0, sites: 0 }), "nothing");
});
