/* Takes the code of a link from the address, where no server sees it, and keeps it out of the history. */

const CODE = /^#([A-Za-z0-9_-]+)$/;

export function codeIn(fragment) {
  return CODE.exec(fragment)?.[1] ?? "";
}

export function start(form) {
  const field = form.elements.code;
  const take = () => {
    const code = codeIn(location.hash);
    if (code) field.value = code;
    field.closest(".field").hidden = Boolean(code);
  };
  take();
  addEventListener("hashchange", take);
  form.addEventListener("submit", () => history.replaceState(null, "", location.pathname));
}
