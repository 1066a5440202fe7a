/* Loads a page about today again when its day is over where the patient lives. */

const LOOK_EVERY_MS = 20_000;

/* The date in a time zone, as in 2026-03-14; "" in a zone that the browser does not know. */
export function dateIn(zone, at = new Date()) {
  try {
    return new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(at);
  } catch {
    return "";
  }
}

/* Compared with the phone's own earlier date, so that a clock that is wrong loads nothing again. */
export function start(page) {
  const { zone } = page.dataset;
  const opened = dateIn(zone);
  const look = () => {
    if (!document.hidden && navigator.onLine && dateIn(zone) !== opened) location.reload();
  };
  setInterval(look, LOOK_EVERY_MS);
  document.addEventListener("visibilitychange", look);
  for (const event of ["pageshow", "online"]) window.addEventListener(event, look);
}
