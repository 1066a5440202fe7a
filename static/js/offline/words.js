/* What is said about changes that wait on this phone. */

const KINDS = {
  form: "the whole day",
  put: "the whole day",
  remove: "removed",
  clear: "no headache",
  like_last_time: "like last time",
  headache_started: "headache started",
  headache_ended: "headache over",
  effect: "whether a medicine helped",
};
const NEXT = {
  offline: "Sent when there is a network.",
  sending: "Sending.",
  later: "The diary does not answer. Tried again later.",
  "signed out": "Sign in to send.",
};

export const CANNOT_KEEP =
  "Not saved: this phone has no room to keep it. Leave this page open and try again with a network.";
export const NEEDS_NETWORK = "Not saved: this needs a network. Leave this page open and try again later.";
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
export function said({ kind, severity, dose }) {
  if (kind === "severity") return severity === "none" ? "no headache" : `${severity} headache`;
  return kind === "dose" ? `took ${dose}` : (KINDS[kind] ?? "a change");
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
