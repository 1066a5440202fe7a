/* What the fields of a day say, as the answers that a phone sends: see Answers in
   diary/days/queue/items.py. No DOM here. */

const LISTS = new Set(["aura_characteristics", "triggers", "location"]);
const NUMBERS = new Set(["pain", "minutes"]);
const LENGTHS = new Set(["about", "minutes"]);
const PLAIN = { "": null, yes: true, no: false };
const HELPED = { "": null, helped: true, "not helped": false, unknown: "unknown" };
const ROW = /^medicines-(\d+)-(\w+)$/;

/* The answers to the fields with these names, all others untouched. `fields` are [name, value]. */
export function answersIn(fields, names) {
  const answers = {};
  for (const name of names) {
    const answer = answerOf(name);
    if (answer) answers[answer] = said(answer, fields);
  }
  return answers;
}

/* The same of a form that never showed the day: what was taken is added to it, dose by dose. */
export function touchedOf(fields, names) {
  const { medicines, ...answers } = answersIn(fields, names);
  const isNone = medicines && !medicines.length;
  return { answers: isNone ? { ...answers, medicines } : answers, doses: medicines ?? [] };
}

/* The answer to which a field belongs; nothing for a field that is none. */
export function answerOf(name) {
  if (LENGTHS.has(name)) return "minutes";
  if (ROW.test(name) || name === "no_medicines") return "medicines";
  return ["csrf_token", "revision", ""].includes(name) ? null : name;
}

function said(answer, fields) {
  const all = (name) => fields.filter(([one]) => one === name).map(([, value]) => value);
  if (answer === "medicines") return doses(fields) ?? (all("no_medicines").length ? [] : null);
  if (LISTS.has(answer)) return each(all(answer));
  const [value = ""] = answer === "minutes" ? [...all("about"), ...all("minutes")].filter(Boolean) : all(answer);
  if (NUMBERS.has(answer)) return number(value);
  return answer !== "note" && value in PLAIN ? PLAIN[value] : value || null;
}

/* As ticked or typed: the diary alone knows whether a comma parts two words or stands in one. */
function each(values) {
  return [...new Set(values.map((value) => value.trim()).filter(Boolean))];
}

/* What is no plain number goes as it was typed: the diary understands it, or says what is wrong. */
function number(value) {
  const text = value.trim();
  return /^\d{1,6}$/.test(text) ? Number(text) : text || null;
}

function doses(fields) {
  const rows = new Map();
  for (const [name, value] of fields) {
    const [, row, part] = ROW.exec(name) ?? [];
    if (row) rows.set(row, { ...rows.get(row), [part]: value });
  }
  const taken = [...rows.values()].filter(({ name = "", count }) => name.trim() && count?.trim() !== "0").map(dose);
  return taken.length ? taken : null;
}

/* Only what the page asks about a dose is told: the rest stays as it was. */
function dose({ name, count = "", at, helped, preventive }) {
  const told = { name: name.trim(), count: number(count) ?? 1, purpose: preventive ? "preventive" : "acute" };
  if (at !== undefined) told.time = at || null;
  return helped === undefined ? told : { ...told, helped: helped in HELPED ? HELPED[helped] : helped };
}

/* Whether "I took nothing" is ticked beside a medicine. */
export function contradicts(fields) {
  return doses(fields) !== null && fields.some(([name]) => name === "no_medicines");
}

/* What follows from an answer: { name: value } to answer along with it. */
export function implied(name, value) {
  if (name === "severity" && value) return { headache: "yes" };
  if (name === "about" && value) return { minutes: "" };
  if (name === "minutes" && value) return { about: "" };
  return {};
}

/* Whether a field was typed in or chosen before the scripts ran. */
export function isAnsweredEarly({ type, checked, defaultChecked, value, defaultValue }) {
  if (type === "radio") return checked && !defaultChecked;
  return checked !== defaultChecked || (defaultValue !== undefined && value !== defaultValue);
}

/* The names whose values are not alike in two lists of [name, value]. */
export function differing(before, after) {
  const said = (fields, name) => JSON.stringify(fields.filter(([one]) => one === name));
  const names = new Set([...before, ...after].map(([name]) => name));
  return [...names].filter((name) => said(before, name) !== said(after, name));
}

/* Gives an answer, whether it is typed or chosen. Chromium leaves a group of choices as it is when its
   value becomes "", so each choice is asked. */
export function setAnswer(elements, name, value) {
  const field = elements.namedItem(name);
  if (field.length === undefined) field.value = value;
  else for (const choice of field) choice.checked = choice.value === value;
}
