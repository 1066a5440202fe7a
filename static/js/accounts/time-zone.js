/* Fills in the time zone of this phone while the question is unanswered. */

export function zoneToOffer(answered, own, known) {
  return answered || (known.length && !known.includes(own)) ? answered : own;
}

export function start(input) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const known = [...(input.options ?? [])].map((option) => option.value);
  input.value = zoneToOffer(input.value, own ?? "", known);
}
