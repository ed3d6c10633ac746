// One key for what is done most: r records, / searches. Bound to whatever bears data-key.
// Can be turned off for a browser, because a person who dictates may say these letters.
const SWITCHED_OFF = "cors-keys-off";
const isOff = () => {
  try {
    return localStorage.getItem(SWITCHED_OFF) === "1";
  } catch {
    return false;
  }
};
const WRITES = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";
const isWriting = (element) => element?.closest?.(WRITES) !== null;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key.length !== 1 || isOff() || isWriting(event.target)) return;
  const key = CSS.escape(event.key.toLowerCase());
  const found = [...document.querySelectorAll(`[data-key="${key}"]`)];
  const target = found.find((element) => element.checkVisibility()) ?? found[0];
  if (!target) return;
  event.preventDefault();
  if (target.matches("input, textarea")) target.focus();
  else target.click();
});

for (const place of document.querySelectorAll("[data-keys-switch]")) {
  const box = place.querySelector("input");
  box.checked = !isOff();
  box.addEventListener("change", () => {
    if (box.checked) localStorage.removeItem(SWITCHED_OFF);
    else localStorage.setItem(SWITCHED_OFF, "1");
  });
  place.hidden = false;
}
