/* The page without a network: puts the chosen day into its forms, lists what is kept. */

import { change, kept, owner, whenChanged } from "./phone.js";
import { dateIn, isAskedAbout, isolated, longDate, said, shortDate } from "./queue.js";

const DAYS_TO_CHOOSE = 14;
const UNKNOWN = {};
/* Somebody who travelled west has lived days that are still to come here. */
const WHERE_IT_IS_LATEST = "Pacific/Kiritimati";
const DATE = /\d{4}-\d\d-\d\d/;

export async function start(page) {
  const person = await owner().catch(() => UNKNOWN);
  page.querySelector("#nobody").hidden = Boolean(person);
  page.querySelector("#writing").hidden = !person;
  const today = dateIn(person?.zone, new Date());
  const chosen = page.querySelector("#which-day");
  chosen.max = dateIn(WHERE_IT_IS_LATEST, new Date());
  chosen.value = DATE.exec(location.pathname)?.[0] ?? today;
  chosen.addEventListener("change", () => chosen.value && choose(page, chosen.value, today));
  page.querySelector("#clear-days").append(...lastDays(today).map(checkbox));
  noteTouches(page.querySelector("#whole-day"));
  choose(page, chosen.value, today);
  let listed = list(page);
  whenChanged(() => (listed = listed.then(() => list(page))));
  await listed;
}

function choose(page, date, today) {
  const name = date === today ? `Today, ${longDate(date)}` : longDate(date);
  page.querySelector("#chosen-day").textContent = name;
  page.querySelector("#right-now").hidden = date !== today;
  for (const form of page.querySelectorAll("form[action*='/days/']")) {
    form.action = form.action.replace(DATE, date);
  }
}

/* Only what was touched is sent: this page never showed what the day says. */
function noteTouches(form) {
  form.addEventListener("input", ({ target }) => (form.dataset.touches += ` ${target.name}`));
  form.addEventListener("reset", () => (form.dataset.touches = ""));
}

export function lastDays(today) {
  const noon = new Date(`${today}T12:00Z`).getTime();
  return Array.from({ length: DAYS_TO_CHOOSE }, (_, back) => dateIn("UTC", noon - back * 86_400_000));
}

function checkbox(date) {
  const box = document.createElement("div");
  box.className = "chip";
  const input = Object.assign(document.createElement("input"), { className: "chip__input", type: "checkbox", name: "day", value: date, id: `clear-${date}` });
  const label = Object.assign(document.createElement("label"), { className: "chip__label", htmlFor: input.id, textContent: shortDate(date) });
  box.append(input, label);
  return box;
}

async function list(page) {
  const all = await kept().catch(() => []);
  const section = page.querySelector("#kept");
  section.hidden = !all.length;
  const mine = (await owner().catch(() => null))?.account;
  section.querySelector("ul").replaceChildren(...all.map((one) => drawn(one, mine)));
}

function drawn({ place, item, name, tried, refused }, mine) {
  const whose = item.account === mine ? "" : ` (${isolated(name)})`;
  const line = document.createElement("li");
  line.className = "kept__entry";
  const words = document.createElement("span");
  words.textContent = [`${longDate(item.date)}: ${said(item)}${whose}.`, refused ?? ""].join(" ").trim();
  line.append(words);
  if (isAskedAbout({ item, refused })) line.append(keepThere({ place, item, name }, words.textContent));
  if (refused || !tried) line.append(takeBack(place, words.textContent));
  return line;
}

function keepThere({ place, item, name }, words) {
  const sure = { place, item: { ...item, sure: true }, name, tried: false, refused: null };
  return quietButton(item.kind === "headache_ended" ? "It was over only then" : "Keep it on that day", words, () => change({ put: [sure] }));
}

function takeBack(place, words) {
  const button = quietButton("Take back", words, () => change({ drop: [place] }).then(() => button.closest("li")?.remove()));
  return button;
}

function quietButton(textContent, words, act) {
  const button = Object.assign(document.createElement("button"), { className: "button button--quiet", type: "button", textContent });
  button.setAttribute("aria-label", `${textContent}: ${words}`);
  button.addEventListener("click", act);
  return button;
}
