/* Loads a page about today again when its day is over where the patient lives. */

import { dateIn } from "../offline/queue.js";

const LOOK_EVERY_MS = 20_000;

/* Compared with the phone's own earlier date, so that a clock that is wrong loads nothing again. */
export function start(page) {
  const today = () => dateIn(page.dataset.zone, new Date());
  const opened = today();
  const look = () => {
    if (!document.hidden && navigator.onLine && today() !== opened) location.reload();
  };
  setInterval(look, LOOK_EVERY_MS);
  document.addEventListener("visibilitychange", look);
  for (const event of ["pageshow", "online"]) window.addEventListener(event, look);
}
