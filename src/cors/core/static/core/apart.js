// Says at once where two answers to one thing differ. Without scripts the server says it, once sent.

for (const words of document.querySelectorAll("[data-apart]")) {
  const [one, other] = words.dataset.apart.split(" ");
  const form = words.closest("form");
  const answer = (name) => form.elements[name]?.value ?? "";
  const say = () => {
    const [theirs, mine] = [answer(one), answer(other)];
    const apart = theirs !== "" && mine !== "" && theirs !== mine;
    const said = words.dataset.says.replace("{one}", theirs).replace("{other}", mine);
    words.textContent = apart ? said : "";
  };
  form.addEventListener("change", say);
  say();
}
