// Reads an answer aloud with the voice of the device, one paragraph after another.
const box = document.querySelector("[data-aloud]");

if (box && "speechSynthesis" in window) {
  const lines = [...document.querySelectorAll("[data-line]")];
  const play = box.querySelector("[data-play]");
  const speed = box.querySelector("[data-speed]");
  const said = box.querySelector("[data-said]");
  const memory = `aloud:${location.pathname}`;
  let at = Math.min(Number(sessionStorage.getItem(memory)) || 0, lines.length - 1);
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

  const speak = () => {
    turn += 1;
    const mine = turn;
    speechSynthesis.cancel();
    speaking = true;
    sessionStorage.setItem(memory, at);
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
