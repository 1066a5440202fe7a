import assert from "node:assert/strict";
import test from "node:test";
import { asked, fieldsOf, isThere } from "../../static/js/offline/abilities.js";
import { changesIn, isWhole } from "../../static/js/offline/queue.js";

/* A form as a browser reads it that knows nothing of a second argument, as Safari before 16.4. */
function withFields(fields, act) {
  const real = globalThis.FormData;
  globalThis.FormData = function FormData() {
    return fields;
  };
  try {
    return act();
  } finally {
    globalThis.FormData = real;
  }
}

async function answering(answer, act) {
  const real = globalThis.fetch;
  globalThis.fetch = answer;
  try {
    return await act();
  } finally {
    globalThis.fetch = real;
  }
}

test("the tapped button is part of what is sent in every browser", () => {
  const tapped = { name: "severity", value: "severe" };
  const fields = [["revision", "3"], ["file", {}]];
  withFields(fields, () => {
    assert.deepEqual(fieldsOf({}, tapped), [["revision", "3"], ["severity", "severe"]]);
    for (const none of [null, undefined, { name: "", value: "" }]) assert.deepEqual(fieldsOf({}, none), [["revision", "3"]]);
  });
});

test("a change that lacks its answer is none", () => {
  for (const path of ["severity", "doses", "doses/0/effect"]) {
    assert.equal(changesIn(`/days/2026-03-14/${path}`, [], {}).every(isWhole), false, path);
  }
  const [change] = changesIn("/days/2026-03-14/severity", [["severity", "mild"]], {});
  assert.equal(isWhole(change), true);
});

test("only an answer of the diary's own says that it is there", async () => {
  const json = (status) => new Response("{}", { status, headers: { "Content-Type": "application/json" } });
  assert.equal(await answering(async () => json(200), () => isThere("")), true);
  assert.equal(await answering(async () => json(401), () => isThere("")), true);
  assert.equal(await answering(async () => new Response("<p>Welcome"), () => isThere("")), false);
  assert.equal(await answering(async () => Promise.reject(new TypeError()), () => isThere("")), false);
});

test("who does not answer in time does not answer", async () => {
  const silent = (_, { signal }) => new Promise((_, refuse) => signal.addEventListener("abort", () => refuse(signal.reason)));
  assert.deepEqual(await answering(silent, () => asked("/", { patience: 1 })), { status: 0, body: null });
});
