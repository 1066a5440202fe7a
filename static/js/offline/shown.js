/* What this page shows, after something of the diary was sent. */

/* The forms of this page go on from what was just sent from it, unless something else came in between. */
export function learnRevision(date, revision) {
  for (const field of document.querySelectorAll(`form[action*="/days/${date}"] [name=revision]`)) {
    if (Number(field.value) + 1 === revision) field.value = field.defaultValue = revision;
  }
}

/* Whether this page is that of a day of which nothing was sent. */
export function isOfAnotherDay(revisions) {
  const form = document.querySelector("form[data-module='days/keep']");
  return form && !revisions.some(([date]) => form.action.endsWith(date));
}

/* Whether nothing was filled in here that the page would forget. */
export function isUntouched() {
  if (document.querySelector("[data-touched]")) return false;
  const fields = [...document.querySelectorAll("input, textarea")];
  return fields.every(({ checked, defaultChecked, value, defaultValue }) => checked === defaultChecked && value === defaultValue);
}
