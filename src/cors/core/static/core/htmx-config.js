// Gives parts of pages the token that forms carry. What htmx may do stands in the page's head.
const token = document.querySelector("meta[name='csrf-token']")?.content;

document.addEventListener("htmx:configRequest", (event) => {
  if (token && event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = token;
});

document.addEventListener("htmx:afterSwap", (event) => {
  event.detail.elt.querySelector?.("[data-error-summary]")?.focus();
});
