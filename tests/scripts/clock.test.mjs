import assert from "node:assert/strict";
import test from "node:test";
import { differ } from "../../static/js/today/clock.js";

const SUMMER = new Date("2026-07-01T12:00Z");
const BETWEEN_THE_CHANGES = new Date("2026-03-15T12:00Z");
const WINTER = new Date("2026-01-15T12:00Z");

test("zones differ while their clocks do", () => {
  assert.equal(differ("Europe/Berlin", "Europe/London", SUMMER), true);
  assert.equal(differ("America/New_York", "America/Panama", SUMMER), true);
  assert.equal(differ("America/New_York", "America/Panama", WINTER), false);
  assert.equal(differ("America/New_York", "America/Halifax", BETWEEN_THE_CHANGES), true);
});

test("another name of a zone is no journey", () => {
  assert.equal(differ("Asia/Calcutta", "Asia/Kolkata", SUMMER), false);
  assert.equal(differ("Europe/Guernsey", "Europe/London", WINTER), false);
});

test("a zone that the browser does not know is not asked about", () => {
  assert.equal(differ("Mars/Olympus", "Europe/London", SUMMER), false);
});
