/* What a browser may lack, and what stands in for it: the one place where scripts ask what works.
   Which browser has what since when stands in tests/scripts/abilities.json. */

const A_WHILE = 20_000;
const A_MOMENT = 4_000;

/* What a form sends when this button is tapped. Safari before 16.4 leaves the button out of FormData. */
export function fieldsOf(form, button) {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  return button?.name ? [...fields, [button.name, button.value]] : fields;
}

/* Sends a form as a tap on this button does; requestSubmit is younger than we need. */
export function submitAgain(form, button) {
  if (button) button.click();
  else form.submit();
}

/* { status, body }: status 0 without an answer in time, body null for anything but JSON of our own. */
export async function asked(url, { headers, patience = A_WHILE, ...options } = {}) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), patience);
  try {
    const answer = await fetch(url, { ...options, headers: { ...headers, Accept: "application/json" }, redirect: "error", cache: "no-store", signal: limit.signal });
    const isJson = /^application\/(problem\+)?json/.test(answer.headers.get("Content-Type") ?? "");
    return { status: answer.status, body: isJson ? await answer.json() : null };
  } catch {
    return { status: 0, body: null };
  } finally {
    clearTimeout(timer);
  }
}

/* Whether the diary answers. Only an answer tells: navigator.onLine is wrong in both directions. */
export async function isThere(root) {
  return (await asked(`${root}/days/token`, { patience: A_MOMENT })).body !== null;
}
