/* Shows why an answer was not saved at its field, and takes that away again. */

/* `refusals` are {field, message}, as the diary gives them; gives back what to say of them in one line. */
export function showRefusals(form, refusals) {
  clearRefusals(form);
  const blocks = refusals.map((refusal) => refuse(form, refusal)).filter(Boolean);
  if (blocks.length && !isTyping(document.activeElement)) {
    blocks[0].scrollIntoView({ block: "nearest" });
  }
  return ["Not saved yet.", ...refusals.map(({ message }) => message)].join(" ");
}

export function clearRefusals(form) {
  for (const said of form.querySelectorAll(".field__error")) {
    for (const field of form.querySelectorAll(`[aria-describedby~="${said.id}"]`)) {
      const others = field.getAttribute("aria-describedby").split(" ").filter((id) => id !== said.id);
      field.setAttribute("aria-describedby", others.join(" "));
      field.removeAttribute("aria-invalid");
    }
    said.remove();
  }
}

/* Where a caret stands, nothing may move. */
export function isTyping(element) {
  return Boolean(element?.matches("textarea, input:not([type=radio], [type=checkbox])"));
}

function refuse(form, { field, message }) {
  const block = blockOf(form, field);
  if (!block) return null;
  const said = document.createElement("p");
  Object.assign(said, { className: "field__error", id: `${field}-error`, textContent: message });
  const input = block.querySelector(":scope > input, :scope > textarea") ?? block;
  (block.querySelector(":scope > :is(.chips__row, input, textarea)") ?? block.lastElementChild).before(said);
  input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby") ?? ""} ${said.id}`.trim());
  if (input !== block) input.setAttribute("aria-invalid", "true");
  return block;
}

function blockOf(form, name) {
  const found = form.elements.namedItem(name);
  const field = found?.[0] ?? found;
  return field?.closest(".field, fieldset") ?? form.querySelector(`[data-field="${CSS.escape(name)}"]`);
}
