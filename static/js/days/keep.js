/* Keeps the page of a day as it is filled in, so that nothing is lost when the phone is put down.
   The whole form is sent, as the Save button does; the answer is only the day's new revision. */

const A_PAUSE = 700;
const WORDS = {
  204: "Saved",
  409: "Changed elsewhere. Press Save to see both.",
  422: "Not saved yet. Press Save to see why.",
};

export function wordsFor(status) {
  return WORDS[status] ?? "Not saved. Press Save to try again.";
}

export function revisionIn(etag) {
  return /\d+/.exec(etag ?? "")?.[0] ?? null;
}

/* Whether nobody has read what was sent, so that the phone has to keep it. */
export function isUnheard(status) {
  return status === 0 || status === 413 || status >= 500;
}

/* What follows from an answer: { name: value } to answer along with it. */
export function implied(name, value) {
  if (name === "severity" && value) return { headache: "yes" };
  if (name === "about" && value) return { minutes: "" };
  if (name === "minutes" && value) return { about: "" };
  return {};
}

/* Whether a field is as the page brought it; what was typed before this script ran is not. */
export function isAsServed({ checked, defaultChecked, value, defaultValue }) {
  return checked === defaultChecked && (defaultValue === undefined || value === defaultValue);
}

export function start(form) {
  const said = form.querySelector("output");
  let kept = [...form.elements].every(isAsServed) ? answersOf(form) : null;
  let timer = 0;
  let sending = null;

  const keep = async () => {
    clearTimeout(timer);
    await sending;
    const now = answersOf(form);
    if (now === kept) return;
    sending = send(form);
    const status = await sending;
    sending = null;
    if (status === 204) kept = now;
    said.value = wordsFor(status);
    if (isUnheard(status)) form.dispatchEvent(new CustomEvent("unsent", { bubbles: true }));
  };

  const keepSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, A_PAUSE);
  };

  if (kept === null) keepSoon();
  form.addEventListener("input", ({ target }) => {
    for (const [name, value] of Object.entries(implied(target.name, target.value))) {
      form.elements.namedItem(name).value = value;
    }
    keepSoon();
  });
  document.addEventListener("visibilitychange", () => document.hidden && keep());
  // Two at once would look like a change made elsewhere: the button waits for what is on its way.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (!sending) return;
    event.preventDefault();
    sending.then(() => setTimeout(() => form.requestSubmit(event.submitter)));
  });
}

function answersOf(form) {
  const fields = [...new FormData(form)].filter(([name]) => name !== "revision");
  return JSON.stringify(fields);
}

async function send(form) {
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { Prefer: "return=minimal" },
      redirect: "manual",
      keepalive: true,
    });
    const revision = revisionIn(answer.headers.get("ETag"));
    if (answer.status === 204 && revision) form.elements.revision.value = revision;
    return answer.status;
  } catch {
    return 0;
  }
}
