// Plays an answer: fifteen seconds either way, speed, chapters, words that follow the sound.
const box = document.querySelector("[data-player]");

if (box) {
  const sound = box.querySelector("audio");
  const speed = box.querySelector("[data-speed]");
  const lines = [...document.querySelectorAll(".line-said")];
  const parts = [...document.querySelectorAll("[data-from]")];
  const memory = `heard:${location.pathname}`;
  const EVERY = 10; // seconds from one telling of the place to the next
  let told = 0;

  const kept = () => {
    try {
      return Number(localStorage.getItem(memory));
    } catch {
      return 0; // a browser that keeps nothing plays all the same
    }
  };

  const keep = (seconds) => {
    try {
      seconds ? localStorage.setItem(memory, seconds) : localStorage.removeItem(memory);
    } catch {
      // as above
    }
  };

  const part = () => {
    const heard = parts.filter((each) => Number(each.dataset.from) <= sound.currentTime).pop();
    return heard ? heard.dataset.part : 1;
  };

  // Only who agreed has an address to tell; a place that can't be told stops nobody listening.
  const tell = (ended = false) => {
    keep(ended ? 0 : Math.floor(sound.currentTime));
    told = sound.currentTime;
    if (!box.dataset.place) return;
    const place = new FormData(box.querySelector("form"));
    place.set("at", sound.currentTime);
    place.set("of", Number.isFinite(sound.duration) ? sound.duration : sound.currentTime);
    place.set("part", part());
    if (ended) place.set("ended", "1");
    fetch(box.dataset.place, { method: "POST", body: place, keepalive: true }).catch(() => {});
  };

  const goTo = (seconds) => {
    sound.currentTime = Math.max(0, seconds);
    sound.play().catch(() => {});
  };

  const follow = () => {
    const now = lines.filter((line) => Number(line.dataset.start) <= sound.currentTime).pop();
    lines.forEach((line) => line.classList.toggle("being-read", line === now));
    if (Math.abs(sound.currentTime - told) >= EVERY && !sound.paused) tell();
  };

  box.querySelectorAll("[data-by]").forEach((button) => {
    button.addEventListener("click", () => { sound.currentTime += Number(button.dataset.by); });
  });
  speed.addEventListener("change", () => { sound.playbackRate = Number(speed.value); });
  document.querySelectorAll("[data-start]").forEach((each) => {
    each.addEventListener("click", (event) => {
      if (each.classList.contains("line-said")) event.preventDefault(); // it leads to the bare sound
      goTo(Number(each.dataset.start));
    });
  });
  sound.addEventListener("loadedmetadata", () => {
    const at = Number(box.dataset.at) || kept();
    if (at > 0 && at < sound.duration - 1) sound.currentTime = at;
  }, { once: true });
  sound.addEventListener("timeupdate", follow);
  sound.addEventListener("pause", () => !sound.ended && tell());
  sound.addEventListener("ended", () => tell(true));
  addEventListener("pagehide", () => !sound.paused && tell());
  box.querySelector("[data-controls]").hidden = false;
}
