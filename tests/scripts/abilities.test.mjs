import assert from "node:assert/strict";
import test from "node:test";
import { asked, fieldsOf, inTurn, isThere, note, noted, openedDatabase, otherPages, randomId } from "../../static/js/offline/abilities.js";
import { changesIn, isWhole } from "../../static/js/offline/queue.js";

/* A realm in which this name means that, or nothing. */
async function having(name, value, act) {
  const real = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { value, configurable: true });
  try {
    return await act();
  } finally {
    if (real) Object.defineProperty(globalThis, name, real);
    else delete globalThis[name];
  }
}

/* A form as a browser reads it that knows nothing of a second argument, as Safari before 16.4. */
function withFields(fields, act) {
  return having("FormData", function FormData() {
    return fields;
  }, act);
}

test("the tapped button is part of what is sent in every browser", async () => {
  const tapped = { name: "severity", value: "severe" };
  const fields = [["revision", "3"], ["file", {}]];
  await withFields(fields, () => {
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
  assert.equal(await having("fetch", async () => json(200), () => isThere("")), true);
  assert.equal(await having("fetch", async () => json(401), () => isThere("")), true);
  assert.equal(await having("fetch", async () => new Response("<p>Welcome"), () => isThere("")), false);
  assert.equal(await having("fetch", async () => Promise.reject(new TypeError()), () => isThere("")), false);
});

test("who does not answer in time does not answer", async () => {
  const silent = (_, { signal }) => new Promise((_, refuse) => signal.addEventListener("abort", () => refuse(signal.reason)));
  assert.deepEqual(await having("fetch", silent, () => asked("/", { patience: 1 })), { status: 0, body: null });
});

test("an id is a UUID where the browser makes none", async () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  const { getRandomValues } = crypto;
  const ids = await having("crypto", { getRandomValues: getRandomValues.bind(crypto) }, () => [randomId(), randomId()]);
  for (const id of ids) assert.match(id, uuid);
  assert.notEqual(...ids);
});

test("without locks the page still does one thing after the other, also after one that failed", async () => {
  const told = [];
  await having("navigator", {}, async () => {
    const first = inTurn("a", () => new Promise((_, refuse) => setTimeout(() => refuse(new Error("first")), 5)));
    const second = inTurn("a", async () => told.push("second"));
    const other = inTurn("b", async () => told.push("other"));
    await assert.rejects(first, /first/);
    await Promise.all([second, other]);
  });
  assert.deepEqual(told, ["other", "second"]);
});

test("without a channel nobody is told, and nothing breaks", async () => {
  assert.equal(await having("BroadcastChannel", undefined, () => otherPages("a", () => {})), null);
});

test("a browser that refuses to keep a word keeps none", async () => {
  const refusing = { getItem: () => assert.fail(), setItem: () => assert.fail() };
  for (const storage of [undefined, null, refusing]) {
    await having("localStorage", storage, () => assert.equal(note("a", "b") ?? noted("a"), null));
  }
});

test("no database is another matter than no room", async () => {
  const nameOf = (open) => having("indexedDB", open && { open }, () => openedDatabase("a", () => {}).catch(({ name }) => name));
  const failing = (name) => () => {
    const asked = { error: new DOMException("", name) };
    setTimeout(() => asked.onerror());
    return asked;
  };
  assert.equal(await nameOf(undefined), "KeepsNothing");
  assert.equal(await nameOf(failing("InvalidStateError")), "KeepsNothing");
  assert.equal(await nameOf(failing("QuotaExceededError")), "QuotaExceededError");
});
