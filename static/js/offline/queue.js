/* Decides about changes that wait on this phone: what a form becomes, what is said; what is sent and
   what an answer means stands in batch.js. The shapes are those of diary/days/queue/batch.py. No DOM, no network, no database here.
   A kept change is { place, item, name, tried, refused }: `item` is what is sent, word for word. */

const A_YEAR = 365 * 86_400_000;
export const FORMAT = 2;
const A_DAY_MS = 86_400_000;

const DAY = /\/days\/(\d{4}-\d\d-\d\d)(?:\/(.+))?$/;
const CLEAR_DAYS = /\/clear-days$/;
const STARTED = /\/headaches\/running$/;
const ENDED = /\/headaches\/running\/end$/;
const TOLD = /\/headaches$/;
const UNDO = /\/changes\/([^/]+)\/reversal$/;

/* What a form would change: [{ kind, date, base_revision, … }]; empty for a form that has to wait.
   `touched` are the answers and doses of a whole day that were touched, where that is known. */
export function changesIn(path, fields, { today, zone, touched }) {
  const given = Object.fromEntries(fields);
  const base_revision = given.revision ? Number(given.revision) : null;
  if (CLEAR_DAYS.test(path)) {
    const days = fields.filter(([name]) => name === "day");
    return days.map(([, date]) => ({ kind: "clear", date, base_revision: 0 }));
  }
  if (STARTED.test(path)) return [{ kind: "headache_started", date: today, base_revision }];
  if (ENDED.test(path)) return [{ kind: "headache_ended", date: today, base_revision, ...endOf(given, zone) }];
  if (TOLD.test(path)) return [{ kind: "headache", date: given.starts?.slice(0, 10), base_revision, fields: fieldsIn(fields) }];
  const [, change] = UNDO.exec(path) ?? [];
  if (change) return [{ kind: "undo", date: today, base_revision, change }];
  const [, date, part = ""] = DAY.exec(path) ?? [];
  const contents = !date ? [] : touched && !part ? partsOf(touched) : [contentOf(part, given, fields)].filter(Boolean);
  return contents.map((content) => ({ ...content, date, base_revision }));
}

function partsOf({ answers, doses }) {
  const told = Object.keys(answers).length ? [{ kind: "answers", answers }] : [];
  return [...told, ...doses.map((dose) => ({ kind: "dose", dose }))];
}

/* Whether a change has all its answers: without one of them it is none, and nothing stands in for it. */
export function isWhole(change) {
  return Object.values(change).every((value) => value !== undefined);
}

/* The end that was told; "now" is one too where the person was asked. */
function endOf({ ends, now }, zone) {
  const told = ends ? { date: ends.slice(0, 10), at: stamp(instantIn(zone, ends)) } : {};
  return ends || now ? { ...told, sure: true } : told;
}

function contentOf(part, given, fields) {
  const [, index] = /^doses\/(\d+)\/effect$/.exec(part) ?? [];
  if (index) return { kind: "effect", index: Number(index), effect: given.effect };
  return {
    "": { kind: "form", fields: fieldsIn(fields) },
    severity: { kind: "severity", severity: given.severity },
    doses: { kind: "dose", dose: given.dose, ...(given.headache && { inHeadache: true }) },
    "like-last-time": { kind: "like_last_time" },
    removal: { kind: "remove" },
  }[part];
}

function fieldsIn(fields) {
  return fields.filter(([name]) => name !== "csrf_token");
}

/* The kept changes to add and the places of those they take the place of. A form that nobody tried
   to send yet gives way to a later one of the same day; anything else is built on what came before. */
export function joined(kept, changes, { account, name, at, newId }) {
  const add = [];
  const drop = [];
  for (const change of changes.flatMap((one) => withItsDay(one, kept, account))) {
    const before = lastOf([...kept.filter(({ place }) => !drop.includes(place)), ...add], account, change.date);
    const replaces = before?.place && change.kind === "form" && before.item.kind === "form" && !before.tried;
    const item = { format: FORMAT, client_id: newId(), account, at, ...change };
    const after = replaces ? before.item.after : before?.item.client_id;
    if (replaces) {
      drop.push(before.place);
      item.base_revision = before.item.base_revision;
    }
    add.push({ item: after ? { ...item, after } : item, name, tried: false, refused: null });
  }
  return { add, drop };
}

/* A dose in a headache of which nothing is recorded yet comes after the headache itself. */
function withItsDay({ inHeadache, ...change }, kept, account) {
  const { date, base_revision } = change;
  if (!inHeadache || lastOf(kept, account, date)) return [change];
  return [{ kind: "answers", answers: { headache: true }, date, base_revision }, change];
}

export function lastOf(kept, account, date) {
  return kept.filter(({ item, refused }) => !refused && item.account === account && item.date === date).pop();
}

/* How many wait for this account, were set aside, or belong to somebody else. */
export function counted(kept, account) {
  const refused = kept.filter((one) => one.refused);
  const others = account ? kept.filter(({ item, refused: told }) => !told && item.account !== account) : [];
  const waiting = kept.filter((one) => !refused.includes(one) && !others.includes(one));
  const names = [...new Set(others.map(({ name }) => name))];
  return { refused: entriesIn(refused), waiting: entriesIn(waiting), others: entriesIn(others), names };
}

/* Answers to one day are one entry, however many taps they took. */
function entriesIn(kept) {
  return new Set(kept.map(({ item }) => (item.kind === "answers" ? `${item.account} ${item.date}` : item.client_id))).size;
}

/* Whether the person is asked if it really was then: a phone without its clock says 1970, and the end of a
   headache may have been forgotten for days. */
export function isAskedAbout({ item, refused }, now = Date.now()) {
  if (!refused || item.sure) return false;
  return item.kind === "headache_ended" || Date.parse(`${item.date}T12:00Z`) < now - A_YEAR;
}

/* The date the calendar of a time zone shows at an instant; the phone's own where that is unknown. */
export function dateIn(zone, at) {
  return clockOf(zone, { dateStyle: "short" }).format(at);
}

function clockOf(zone, parts) {
  try {
    return new Intl.DateTimeFormat("sv-SE", { ...parts, timeZone: zone || undefined });
  } catch {
    return new Intl.DateTimeFormat("sv-SE", parts);
  }
}

/* The instant at which a clock in the zone shows "2026-03-14T08:30", as milliseconds: the first one
   where the clocks go back over that time; where they skip it, the time that follows. */
export function instantIn(zone, shown) {
  const wanted = Date.parse(`${shown.slice(0, 16)}Z`);
  const clock = clockOf(zone, { dateStyle: "short", timeStyle: "medium" });
  const ahead = (at) => Date.parse(`${clock.format(at).replace(" ", "T")}Z`) - at;
  const [before, after] = [wanted - A_DAY_MS, wanted + A_DAY_MS].map((at) => wanted - ahead(at));
  const real = [before, after].filter((at) => at + ahead(at) === wanted);
  return real.length ? Math.min(...real) : before;
}

/* An instant as the diary reads it: ISO 8601 with its offset. */
export function stamp(at) {
  return new Date(at).toISOString().replace("Z", "+00:00");
}

/* What is said. It shares a file with the decisions to save every page a request. */

const KINDS = {
  form: "the whole day",
  put: "the whole day",
  remove: "removed",
  clear: "no headache",
  like_last_time: "like last time",
  headache_started: "headache started",
  headache_ended: "headache over",
  effect: "whether a medicine helped",
  undo: "what was saved last is undone",
};
const NEXT = {
  offline: "Sent when there is a network.",
  sending: "Sending.",
  later: "The diary does not answer. Tried again later.",
  "signed out": "Sign in to send.",
  stuck: "The diary cannot take this now. All else was sent. Tried again later.",
};

const NOT_KEPT = {
  QuotaExceededError: "this phone has no room to keep it",
  KeepsNothing: "this browser keeps nothing, as in a private window",
};
const ONLY_ONLINE = {
  http: "Leave this page open to enter more: without https the diary opens only with a network.",
  "this browser": "Leave this page open to enter more: this browser opens the diary only with a network.",
};
const NEEDS_NETWORK = "Not done: this needs a network. Leave this page open and try again later.";
const UNTOUCHED = "Nothing to save yet: choose an answer first.";
const UNANSWERED = "Not saved: this browser did not say what was tapped. Tap again.";
const WHO = "Not saved: sign in once with a network, then this phone can keep what you enter.";

/* Why something could not be kept, by the name of the error. */
export function whyNotKept({ name }) {
  return `Not saved: ${NOT_KEPT[name] ?? "this browser could not keep it"}. Leave this page open and try again with a network.`;
}

export function entries(count) {
  return count === 1 ? "1 entry" : `${count} entries`;
}

/* What a person typed, so that letters from right to left turn nothing around it. */
export function isolated(words) {
  return /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]/.test(words) ? `\u2068${words}\u2069` : words;
}

/* The lines of the count: what is not sent, what happens next, and why the diary opens only online. */
export function lines({ waiting, refused, others, names }, state, onlyOnline = null) {
  const whose = names.map(isolated).join(", ");
  const said = [];
  if (waiting) said.push(`${entries(waiting)} not sent. ${NEXT[state] ?? NEXT.later}`);
  if (waiting && onlyOnline) said.push(ONLY_ONLINE[onlyOnline]);
  if (others) said.push(`${entries(others)} of ${whose} not sent. Only ${whose} can send this.`);
  if (refused) said.push(`${entries(refused)} could not be taken. Look at what is kept.`);
  return said;
}

/* A kept change in a few words, such as "moderate headache". */
export function said({ kind, severity, dose, fields, answers }) {
  if (answers) return Object.keys(answers).join(", ").replace(/_/g, " ");
  if (kind === "headache") return told(Object.fromEntries(fields));
  if (kind === "severity") return severity === "none" ? "no headache" : `${severity} headache`;
  return kind === "dose" ? `took ${isolated(dose.name ?? dose)}` : (KINDS[kind] ?? "a change");
}

function told({ starts = "", ends = "" }) {
  const day = starts.slice(0, 10) === ends.slice(0, 10) ? "" : `${shortDate(ends.slice(0, 10))}, `;
  return `headache from ${starts.slice(11, 16)} to ${day}${ends.slice(11, 16)}`;
}

/* 2026-03-14 as "Saturday 14 March". */
export function longDate(date) {
  return written(date, { weekday: "long", day: "numeric", month: "long" });
}

/* 2026-03-14 as "Sat 14 Mar". */
export function shortDate(date) {
  return written(date, { weekday: "short", day: "numeric", month: "short" });
}

function written(date, parts) {
  return new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "UTC" }).format(new Date(`${date}T12:00Z`));
}

/* What became of a form that was to be kept: { told, changes } as phone.js says it. */
export function wordsFor({ told, changes }) {
  if (told !== "kept") return { "nobody known": WHO, unanswered: UNANSWERED, "nothing touched": UNTOUCHED }[told] ?? NEEDS_NETWORK;
  const days = new Set(changes.map(({ date }) => date)).size;
  const what = days > 1 ? `${days} days` : `${longDate(changes[0].date)}, ${changes.map(said).join(", ")}`;
  return `Kept on this phone: ${what}.`;
}
