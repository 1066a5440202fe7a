/* Asks before the page is left while a form holds something that was not sent. */

export function isChanged(before, now) {
  return JSON.stringify(before) !== JSON.stringify(now);
}

export function start(form) {
  const before = answers(form);
  let sent = false;
  form.addEventListener("submit", () => (sent = true));
  window.addEventListener("pageshow", () => (sent = false));
  window.addEventListener("beforeunload", (event) => {
    if (!sent && isChanged(before, answers(form))) event.preventDefault();
  });
}

function answers(form) {
  return [...new FormData(form)].map(([name, value]) => [name, value.name ?? value]);
}
