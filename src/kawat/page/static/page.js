"use strict";
// Everything here only helps: each page works without it.

// A file dropped on the paste box, or chosen beside it, becomes its text.
const box = document.querySelector("textarea[data-drop]");
if (box) {
  const take = async (file) => {
    if (file) box.value = (await file.text()).slice(0, Number(box.maxLength) || undefined);
  };
  const chooser = document.querySelector(".drop");
  chooser.hidden = false;
  chooser.querySelector("input").addEventListener("change", (event) => take(event.target.files[0]));
  box.title = box.dataset.drop;
  for (const name of ["dragenter", "dragover"]) {
    box.addEventListener(name, (event) => {
      event.preventDefault();
      box.classList.add("over");
    });
  }
  box.addEventListener("dragleave", () => box.classList.remove("over"));
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    box.classList.remove("over");
    const file = event.dataTransfer.files[0];
    if (file) take(file);
    else box.value = event.dataTransfer.getData("text/plain");
  });
  const form = box.form;
  form.addEventListener("submit", () => {
    form.querySelector(".busy").textContent = form.dataset.busy;
  });
}

// Pointing at a mark shows its card, pointing at a card its marks.
for (const [from, to] of [["a.m", ".card"], [".card", "a.m"]]) {
  for (const place of document.querySelectorAll(from)) {
    const name = place.id ? `#${place.id}` : place.getAttribute("href");
    const partners = () =>
      to === ".card" ? [document.getElementById(name.slice(1))] : document.querySelectorAll(`a.m[href="${CSS.escape(name).replace("\\#", "#")}"]`);
    const light = (on) => partners().forEach((partner) => partner?.classList.toggle("on", on));
    place.addEventListener("mouseenter", () => light(true));
    place.addEventListener("mouseleave", () => light(false));
  }
}

// The overview looks, through the API, whether articles have come since.
const watched = document.querySelector("[data-watch]");
if (watched) {
  let tag = "";
  const look = async () => {
    const answer = await fetch(watched.dataset.watch, { headers: tag ? { "If-None-Match": tag } : {} }).catch(() => null);
    if (!answer || answer.status !== 200) return;
    tag = answer.headers.get("ETag") || "";
    const totals = await answer.json();
    if (totals.articles > Number(watched.dataset.total)) {
      const link = document.createElement("a");
      link.href = location.href;
      link.textContent = watched.dataset.fresh;
      watched.querySelector(".fresh").replaceChildren(link);
    }
  };
  setInterval(look, 20000);
}

// Language and theme apply as soon as they are chosen.
const dress = document.querySelector(".dress");
if (dress) {
  dress.querySelector("button").hidden = true;
  dress.addEventListener("change", () => dress.submit());
}
