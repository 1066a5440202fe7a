import assert from "node:assert/strict";
import test from "node:test";
import { zoneToOffer } from "../../static/js/accounts/time-zone.js";

test("the zone of the phone is offered while nothing is chosen", () => {
  assert.equal(zoneToOffer("", "Europe/Paris", ["", "Europe/Paris"]), "Europe/Paris");
  assert.equal(zoneToOffer("", "Europe/Paris", []), "Europe/Paris");
});

test("what the person chose stays", () => {
  assert.equal(zoneToOffer("Asia/Tokyo", "Europe/Paris", ["Asia/Tokyo", "Europe/Paris"]), "Asia/Tokyo");
});

test("a zone the form does not know is not offered", () => {
  assert.equal(zoneToOffer("", "Mars/Olympus", ["", "Europe/Paris"]), "");
});
