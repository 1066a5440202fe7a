/* The clock of the phone beside the diary's: a page about today is loaded again when its day is over
   where the patient lives, and somebody who has travelled is asked for the new time zone. */

import { isThere, note, noted } from "../offline/abilities.js";
import { dateIn } from "../offline/queue.js";

const LOOK_EVERY_MS = 20_000;
const KEPT = "zone-kept";

export function start(page) {
  const { zone } = page.dataset;
  watchMidnight(zone);
  const question = page.querySelector("[data-travel]");
  if (question) askAboutTravel(question, zone);
}

/* The day it is now is compared with that on which the page was asked for, by the phone's clock both
   times, so that a clock that is wrong loads nothing again. */
function watchMidnight(zone) {
  const opened = dateIn(zone, Date.now() - performance.now());
  const { root } = document.querySelector("[data-root]").dataset;
  const look = async () => {
    const isOver = !document.hidden && dateIn(zone, Date.now()) !== opened;
    if (isOver && (await isThere(root))) location.reload();
  };
  look();
  setInterval(look, LOOK_EVERY_MS);
  document.addEventListener("visibilitychange", look);
  for (const event of ["pageshow", "online"]) window.addEventListener(event, look);
}

/* Whether the two zones show another time at this moment; unknown ones are never asked about. */
export function differ(zone, other, at = new Date()) {
  try {
    return clock(zone, at) !== clock(other, at);
  } catch {
    return false;
  }
}

function askAboutTravel(question, zone) {
  const phone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const pair = `${phone} ${zone}`;
  if (!phone || !differ(phone, zone) || noted(KEPT) === pair) return;
  question.querySelector("[data-phone]").textContent = phone;
  question.querySelector("[name=to]").value = phone;
  question.querySelector("[type=button]").addEventListener("click", () => {
    question.hidden = true;
    note(KEPT, pair);
  });
  question.hidden = false;
}

function clock(timeZone, at) {
  return at.toLocaleString("en-GB", { timeZone });
}
