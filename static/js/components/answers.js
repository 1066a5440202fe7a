/* Gives an answer to a question of a form, whether it is typed or chosen. */

/* Chromium leaves a group of choices as it is when its value becomes "", so each choice is asked. */
export function setAnswer(elements, name, value) {
  const field = elements.namedItem(name);
  if (field.length === undefined) field.value = value;
  else for (const choice of field) choice.checked = choice.value === value;
}
