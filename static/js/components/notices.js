/* Says on this page what the next page would have said, with the way to take it back. */

export function sayWithUndo(text, undo) {
  const notice = document.querySelector("[data-notice]").content.cloneNode(true);
  notice.querySelector(".notice__body").textContent = text;
  notice.querySelector("form").action = undo;
  document.querySelector(".notices").replaceChildren(notice);
}
