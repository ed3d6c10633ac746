// Sends a form once: the button says so while it lasts. Nothing is disabled, so that the button's
// own name is sent, and a form can be sent again after an error, a lost line or going back.
const PATIENCE = 15000;

const rest = (form) => {
  delete form.dataset.sending;
  for (const button of form.querySelectorAll("[aria-busy='true']")) {
    button.removeAttribute("aria-busy");
    if (button.dataset.words) button.textContent = button.dataset.words;
  }
};

const sent = (form, button) => {
  form.dataset.sending = "yes";
  if (button?.matches("button")) {
    button.setAttribute("aria-busy", "true");
    if (button.childElementCount === 0) {
      button.dataset.words = button.textContent;
      button.textContent = button.dataset.busy ?? "Saving …";
    }
  }
  setTimeout(() => rest(form), PATIENCE);
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || "many" in form.dataset) return;
  if (form.dataset.sending) event.preventDefault();
  else sent(form, event.submitter);
});

window.addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form[data-sending]").forEach(rest);
});
