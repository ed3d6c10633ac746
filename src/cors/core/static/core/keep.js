// Keeps what is being written on the server, a moment after the last change, and says so.
// Where it cannot, the words stay on the page and the state says that; Save works as ever.
const PAUSE = 1200;
const APART = 4000;
const form = document.querySelector("form[data-keep]");
const state = document.querySelector("#state span");
let [waiting, sending, changed, over, last] = [0, false, false, false, 0];

const says = (words) => {
  if (state.textContent !== words) state.textContent = words;
};

// The key of the form goes under another name: keeping must not use it up. No mark of the owner:
// what is kept by itself is never given back as something that somebody sent.
const fields = () => {
  const all = new FormData(form);
  all.set("draft_key", all.get("form_key"));
  all.delete("form_key");
  all.delete("form_owner");
  return new URLSearchParams(all);
};

const answered = async (answer) => {
  if (answer.status === 204) says(changed ? "Not kept yet" : "Draft kept");
  else if (answer.redirected) says("Not kept: your sign-in has ended. Save asks you to sign in");
  else if (answer.status === 422) says(`Not kept. ${await answer.text()}`);
  else says("Not kept. It stays on this page");
};

const soon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(keep, Math.max(PAUSE, last + APART - Date.now()));
};

const keep = async (leaving = false) => {
  clearTimeout(waiting);
  if (over || !changed || sending) return;
  [sending, changed, last] = [true, false, Date.now()];
  try {
    await answered(await fetch(form.dataset.keep, { method: "POST", body: fields(), keepalive: leaving }));
  } catch {
    changed = true;
    says("Not kept: no connection. It stays on this page");
  }
  sending = false;
  if (changed) soon();
};

form?.addEventListener("input", () => {
  [changed, over] = [true, false];
  says("Not kept yet");
  soon();
});
form?.addEventListener("submit", () => (over = true));
document.addEventListener("visibilitychange", () => document.hidden && keep(true));
window.addEventListener("pagehide", () => keep(true));
// The address names a draft that goes as soon as the form is kept: to load it again must work.
if (form && new URLSearchParams(location.search).has("draft")) history.replaceState(null, "", location.pathname);
