// Reads an answer aloud with the voice of the device, one paragraph after another.
const box = document.querySelector("[data-aloud]");

if (box && "speechSynthesis" in window) {
  const lines = [...document.querySelectorAll("[data-line]")];
  const play = box.querySelector("[data-play]");
  const speed = box.querySelector("[data-speed]");
  const said = box.querySelector("[data-said]");
  const memory = `aloud:${location.pathname}`;
  const kept = Number(sessionStorage.getItem(memory)) || Number(box.dataset.at) || 0;
  let at = Math.min(kept, lines.length - 1);
  let turn = 0;
  let speaking = false;

  const show = () => {
    lines.forEach((line, place) => line.classList.toggle("being-read", speaking && place === at));
    play.textContent = speaking ? play.dataset.pause : at ? play.dataset.on : play.dataset.start;
  };

  const stop = () => {
    speaking = false;
    turn += 1; // what still ends belongs to a turn that is over
    speechSynthesis.cancel();
    show();
  };

  // Only who agreed has an address to tell; a place that can't be told stops nobody listening.
  const tell = (ended = false) => {
    if (!box.dataset.place) return;
    const told = new FormData(box.querySelector("form"));
    told.set("at", at);
    told.set("of", lines.length);
    told.set("part", lines[at].closest("[data-part]").dataset.part);
    if (ended) told.set("ended", "1");
    fetch(box.dataset.place, { method: "POST", body: told, keepalive: true }).catch(() => {});
  };

  const speak = () => {
    turn += 1;
    const mine = turn;
    speechSynthesis.cancel();
    speaking = true;
    sessionStorage.setItem(memory, at);
    tell();
    const words = new SpeechSynthesisUtterance(lines[at].textContent);
    words.lang = document.documentElement.lang;
    words.rate = Number(speed.value);
    words.onend = () => mine === turn && go(1);
    words.onerror = () => {
      if (mine !== turn) return;
      stop();
      said.textContent = "The voice of this device could not be used.";
    };
    speechSynthesis.speak(words);
    show();
    lines[at].scrollIntoView({ block: "nearest" });
  };

  const go = (step) => {
    at += step;
    if (at >= lines.length) {
      at = lines.length - 1;
      tell(true);
      at = 0;
      sessionStorage.removeItem(memory);
      stop();
      said.textContent = "That was the end.";
      return;
    }
    at = Math.max(0, at);
    speaking ? speak() : show();
  };

  play.addEventListener("click", () => (speaking ? stop() : speak()));
  box.querySelector("[data-back]").addEventListener("click", () => go(-1));
  box.querySelector("[data-next]").addEventListener("click", () => go(1));
  speed.addEventListener("change", () => speaking && speak());
  addEventListener("pagehide", stop);
  box.hidden = false;
  show();
}
