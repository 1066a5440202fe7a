import assert from "node:assert/strict";
import { test } from "node:test";

import { codeIn } from "../../static/js/sharing/open.js";

test("the code of a link is what follows the # sign", () => {
  assert.equal(codeIn("#b-_7"), "b-_7");
});

test("without a # sign, or with anything odd after it, there is no code", () => {
  for (const fragment of ["", "#", "#a b", "#a#b", "#<b>", "#a%20b", "b"]) {
    assert.equal(codeIn(fragment), "");
  }
});
