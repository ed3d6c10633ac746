// Leaves at once: empties the page, then takes another one's place in the history.
// Escape three times within two seconds does the same.
const WITHIN = 2000;
const TIMES = 3;
const link = document.querySelector("[data-quick-exit] a");
let presses = [];

const leave = () => {
  document.title = "";
  document.body.replaceChildren();
  location.replace(link.href);
};

link?.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !link) return;
  presses = [...presses.filter((at) => event.timeStamp - at < WITHIN), event.timeStamp];
  if (presses.length >= TIMES) leave();
});

// A page that a browser kept is not shown again by going back to it.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
