/* Decides about changes that wait on this phone: what a form becomes, what is sent, what an answer
   means, what is said. The shapes are those of diary/days/queue/batch.py. No DOM, no network, no database here.
   A kept change is { place, item, name, tried, refused }: `item` is what is sent, word for word. */

export const FORMAT = 1;
export const MOST_AT_ONCE = 50;

const DAY = /\/days\/(\d{4}-\d\d-\d\d)(?:\/(.+))?$/;
const CLEAR_DAYS = /\/clear-days$/;
const STARTED = /\/headaches\/running$/;
const ENDED = /\/headaches\/running\/end$/;
const TOLD = /\/headaches$/;
const UNDO = /\/changes\/([^/]+)\/reversal$/;

/* What a form would change: [{ kind, date, base_revision, … }]; empty for a form that has to wait. */
export function changesIn(path, fields, { today, zone }) {
  const given = Object.fromEntries(fields);
  const base_revision = given.revision ? Number(given.revision) : null;
  if (CLEAR_DAYS.test(path)) {
    const days = fields.filter(([name]) => name === "day");
    return days.map(([, date]) => ({ kind: "clear", date, base_revision: 0 }));
  }
  if (STARTED.test(path)) return [{ kind: "headache_started", date: today, base_revision }];
  if (ENDED.test(path)) return [{ kind: "headache_ended", date: today, base_revision, ...endOf(given, zone) }];
  if (TOLD.test(path)) return [{ kind: "headache", date: given.starts?.slice(0, 10), base_revision, fields: answersIn(fields) }];
  const [, change] = UNDO.exec(path) ?? [];
  if (change) return [{ kind: "undo", date: today, base_revision, change }];
  const [, date, part = ""] = DAY.exec(path) ?? [];
  const content = date && contentOf(part, given, fields);
  return content ? [{ ...content, date, base_revision }] : [];
}

function endOf({ ends }, zone) {
  return ends ? { date: ends.slice(0, 10), at: stamp(instantIn(zone, ends)) } : {};
}

function contentOf(part, given, fields) {
  const [, index] = /^doses\/(\d+)\/effect$/.exec(part) ?? [];
  if (index) return { kind: "effect", index: Number(index), effect: given.effect };
  return {
    "": { kind: "form", fields: answersIn(fields) },
    severity: { kind: "severity", severity: given.severity },
    doses: { kind: "dose", dose: given.dose, ...(given.headache && { inHeadache: true }) },
    "like-last-time": { kind: "like_last_time" },
    removal: { kind: "remove" },
  }[part];
}

function answersIn(fields) {
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
  return [{ kind: "put", day: { date, headache: true }, date, base_revision }, change];
}

function lastOf(kept, account, date) {
  return kept.filter(({ item, refused }) => !refused && item.account === account && item.date === date).at(-1);
}

/* What this account may send now, the oldest first. Of a newer app's changes nothing is touched. */
export function sendable(kept, account, most = MOST_AT_ONCE) {
  const mine = kept.filter(({ item, refused }) => !refused && item.account === account);
  return mine.filter(({ item }) => item.format <= FORMAT).slice(0, most);
}

/* What the answer to a batch means: answered, signed out, old token, too much, or later. */
export function meaning(status, body) {
  if (status === 200 && Array.isArray(body?.answers)) return "answered";
  return { 400: "old token", 401: "signed out", 403: "signed out", 413: "too much" }[status] ?? "later";
}

/* What becomes of what was sent: places that leave the queue, kept changes set aside with the
   reason, days to choose a version of, and the new revision of each day. */
export function settled(sent, answers) {
  const answer = new Map(answers.map((one) => [one.client_id, one]));
  const told = sent.map((one) => [one, answer.get(one.item.client_id)]).filter(([, one]) => one);
  const taken = told.filter(([, { status }]) => status !== "refused");
  return {
    done: taken.map(([{ place }]) => place),
    aside: told.filter(([, { status }]) => status === "refused").map(([one, { message }]) => ({ ...one, refused: message })),
    choose: taken.filter(([, { page }]) => page).map(([{ item }, { page }]) => ({ date: item.date, page })),
    revisions: taken.filter(([, { page }]) => !page).map(([{ item }, { revision }]) => [item.date, revision]),
  };
}

/* How many wait for this account, were set aside, or belong to somebody else. */
export function counted(kept, account) {
  const refused = kept.filter((one) => one.refused).length;
  const others = account ? kept.filter(({ item, refused: told }) => !told && item.account !== account) : [];
  const names = [...new Set(others.map(({ name }) => name))];
  return { refused, waiting: kept.length - refused - others.length, others: others.length, names };
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

/* The instant at which a clock in the zone shows "2026-03-14T08:30", as milliseconds. */
export function instantIn(zone, shown) {
  const wanted = Date.parse(`${shown.slice(0, 16)}Z`);
  const clock = clockOf(zone, { dateStyle: "short", timeStyle: "medium" });
  const ahead = (at) => Date.parse(`${clock.format(at).replace(" ", "T")}Z`) - at;
  return wanted - ahead(wanted - ahead(wanted));
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
};

export const CANNOT_KEEP =
  "Not saved: this phone has no room to keep it. Leave this page open and try again with a network.";
export const NEEDS_NETWORK = "Not done: this needs a network. Leave this page open and try again later.";
const WHO = "Not saved: sign in once with a network, then this phone can keep what you enter.";

export function entries(count) {
  return count === 1 ? "1 entry" : `${count} entries`;
}

/* The lines of the count: what is not sent, and what happens next. */
export function lines({ waiting, refused, others, names }, state) {
  const said = [];
  if (waiting) said.push(`${entries(waiting)} not sent. ${NEXT[state] ?? NEXT.later}`);
  if (others) said.push(`${entries(others)} of ${names.join(", ")} not sent. Only ${names.join(", ")} can send this.`);
  if (refused) said.push(`${entries(refused)} could not be taken. Look at what is kept.`);
  return said;
}

/* A kept change in a few words, such as "moderate headache". */
export function said({ kind, severity, dose, fields }) {
  if (kind === "headache") return told(Object.fromEntries(fields));
  if (kind === "severity") return severity === "none" ? "no headache" : `${severity} headache`;
  return kind === "dose" ? `took ${dose}` : (KINDS[kind] ?? "a change");
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
  if (told !== "kept") return told === "nobody known" ? WHO : NEEDS_NETWORK;
  const what = changes.length > 1 ? `${changes.length} days` : `${longDate(changes[0].date)}, ${said(changes[0])}`;
  return `Kept on this phone: ${what}.`;
}
