(function () {
  "use strict";
  var audio = document.querySelector("audio");
  var section = document.querySelector(".sound");
  var sentences = [].slice.call(document.querySelectorAll("[data-start]"));
  var now = null;

  // In the order of the sound: a topic that was moved stands elsewhere on the page.
  sentences.sort(function (one, other) { return start(one) - start(other); });

  function start(sentence) { return parseFloat(sentence.getAttribute("data-start")); }
  function end(sentence) { return parseFloat(sentence.getAttribute("data-end")); }

  function hear(sentence) {
    audio.currentTime = start(sentence);
    audio.play();
  }

  function isSeen(sentence) {
    var box = sentence.getBoundingClientRect();
    return box.bottom > 0 && box.top < window.innerHeight;
  }

  // Who has scrolled elsewhere is left there: only a reader of the sentence before is taken along.
  function follow() {
    var next = sentences.filter(function (one) {
      return start(one) <= audio.currentTime && audio.currentTime < end(one);
    })[0] || null;
    if (next === now) { return; }
    var isReading = !now || isSeen(now);
    if (now) { now.classList.remove("sounding"); }
    if (next) { next.classList.add("sounding"); }
    if (next && !audio.paused && isReading && !isSeen(next)) { next.scrollIntoView(); }
    now = next;
  }

  function step(by) {
    var begun = sentences.filter(function (one) { return start(one) <= audio.currentTime; });
    var to = Math.min(Math.max(begun.length - 1 + by, 0), sentences.length - 1);
    hear(sentences[to]);
  }

  function button(text, press) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", function () { press(made); });
    controls.appendChild(made);
    return made;
  }

  var controls = document.createElement("div");
  controls.className = "controls";
  if (audio && sentences.length) {
    button(section.getAttribute("data-previous"), function () { step(-1); });
    button(section.getAttribute("data-next"), function () { step(1); });
    sentences.forEach(function (one) {
      one.addEventListener("click", function () {
        if (String(window.getSelection())) { return; }
        hear(one);
      });
    });
    audio.addEventListener("timeupdate", follow);
    audio.addEventListener("seeked", follow);
  }
  if (audio) {
    var speeds = [0.75, 1, 1.25].map(function (speed) {
      var label = speed.toLocaleString(document.documentElement.lang);
      var made = button(section.getAttribute("data-speed") + " " + label, function (pressed) {
        audio.playbackRate = speed;
        speeds.forEach(function (one) { one.setAttribute("aria-pressed", one === pressed); });
      });
      made.setAttribute("aria-pressed", speed === 1);
      return made;
    });
    var larger = button(section.getAttribute("data-larger"), function () {
      var isLarge = document.body.classList.toggle("larger");
      larger.setAttribute("aria-pressed", isLarge);
    });
    larger.setAttribute("aria-pressed", false);
    section.appendChild(controls);
  }
})();
