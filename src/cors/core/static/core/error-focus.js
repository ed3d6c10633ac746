// Takes the focus to what has to be put right, and from there to the field with its label in sight.
const summary = document.querySelector("[data-error-summary]");
summary?.focus();

summary?.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.closest("details")?.setAttribute("open", "");
  const label = field.closest("fieldset")?.querySelector("legend") ?? field.labels?.[0] ?? field;
  label.scrollIntoView({ block: "start" });
  field.focus({ preventScroll: true });
});
