// Renews a part of the page in place: a link or a search bears data-part with the id of the part.
// It asks for the page that it leads to without scripts, and takes the part out of it.
const TYPING = 400;
let asking = new AbortController();
let typing;
let shown = location.pathname + location.search;

const says = document.createElement("p");
says.className = "sr-only";
says.setAttribute("role", "status");
document.body.append(says);

const put = (id, page) => {
  const [here, there] = [document, page].map((one) => one.getElementById(id));
  const focused = here.contains(document.activeElement) && document.activeElement.getAttribute("href");
  says.textContent = there.dataset.says ?? page.title;
  document.title = page.title;
  here.replaceChildren(...there.childNodes);
  if (focused) here.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
};

// What goes wrong (the session is over, the line is lost) is left to the browser, once it is pressed.
const renew = async (id, address, keep) => {
  asking.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(address, { signal: asking.signal });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    put(id, new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch (error) {
    if (error.name !== "AbortError" && keep === history.pushState) location.assign(address);
    return;
  }
  keep.call(history, null, "", address);
  shown = location.pathname + location.search;
};

const search = (form, keep) => {
  clearTimeout(typing);
  const address = new URL(form.action);
  address.search = new URLSearchParams(new FormData(form));
  renew(form.dataset.part, address, keep);
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-part]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  renew(link.dataset.part, link.href, history.pushState);
});

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || !event.target.matches("form[data-part]")) return;
  event.preventDefault();
  search(event.target, history.pushState);
});

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-part]");
  clearTimeout(typing);
  if (form) typing = setTimeout(search, TYPING, form, history.replaceState);
});

// Back and forward bring the whole page; a jump within the page brings nothing.
window.addEventListener("popstate", () => {
  if (location.pathname + location.search !== shown) location.reload();
});
