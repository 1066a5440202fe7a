/* Asks whether the patient has travelled: the clock of the phone is not that of the diary. */

const KEPT = "zone-kept";

/* Whether the two zones show another time at this moment; unknown ones are never asked about. */
export function differ(zone, other, at = new Date()) {
  try {
    return clock(zone, at) !== clock(other, at);
  } catch {
    return false;
  }
}

export function start(question) {
  const phone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { zone } = question.dataset;
  const pair = `${phone} ${zone}`;
  if (!phone || !differ(phone, zone) || remembered() === pair) return;
  const form = question.querySelector("form");
  question.querySelector("[data-phone]").textContent = phone;
  form.querySelector("[name=to]").value = phone;
  question.querySelector("[type=button]").addEventListener("click", () => {
    question.hidden = true;
    remember(pair);
  });
  question.hidden = false;
}

function clock(timeZone, at) {
  return at.toLocaleString("en-GB", { timeZone });
}

/* A browser may refuse to keep anything; then it asks again next time. */
function remembered() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function remember(pair) {
  try {
    localStorage.setItem(KEPT, pair);
  } catch {
    return;
  }
}
