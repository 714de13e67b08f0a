// Spares steps on pages that work without it: shows the fields that an order needs, puts
// placeholders into a text, takes files that are dropped. Plain enough for old browsers.
"use strict";
(function () {
  function each(selector, f, within) {
    Array.prototype.forEach.call((within || document).querySelectorAll(selector), f);
  }

  // Of a move only the fields that what happens needs.
  each("form.move", function (form) {
    var what = form.querySelector("[name=do]");
    function fit() {
      each("[data-for]", function (part) {
        var on = part.getAttribute("data-for").split(" ").indexOf(what.value) >= 0;
        part.hidden = !on;
        if (part.tagName === "FIELDSET") part.disabled = !on;
      }, form);
    }
    what.addEventListener("change", fit);
    fit();
  });

  // Choosing 24时 empties the hour, and the other way round.
  each(".time", function (time) {
    var end = time.querySelector("[name$='.end']"), clock = time.querySelector("[name$='.clock']");
    end.addEventListener("change", function () { if (end.checked) clock.value = ""; });
    clock.addEventListener("change", function () { if (clock.value) end.checked = false; });
  });

  // The first thing that is wrong is where the reader goes on; else what is said of it.
  var wrong = document.querySelector("[aria-invalid=true], .bad") || document.getElementById("error");
  if (wrong) wrong.focus();

  // What has been done is said aloud only when it comes into a page that is there.
  var told = document.getElementById("told"), words = told && told.textContent;
  if (words) {
    told.textContent = "";
    setTimeout(function () { told.textContent = words; }, 150);
  }

  // A second click on a button sends nothing more.
  each("form[method=post]", function (form) {
    var sent = false;
    form.addEventListener("submit", function (event) {
      if (sent) event.preventDefault();
      sent = true;
    });
    window.addEventListener("pageshow", function () { sent = false; });
  });

  // A file that is dropped anywhere in the form.
  each(".drop", function (place) {
    var field = place.querySelector("input[type=file]");
    function over(on) { return function (event) { event.preventDefault(); place.classList[on ? "add" : "remove"]("over"); }; }
    place.addEventListener("dragover", over(true));
    place.addEventListener("dragleave", over(false));
    place.addEventListener("drop", function (event) {
      over(false)(event);
      if (event.dataTransfer.files.length) field.files = event.dataTransfer.files;
    });
  });

  // Placeholders: the list narrows to what is being typed behind {{, and puts in what is
  // chosen by double click, Enter, or Tab from the text.
  each("textarea[data-names]", function (text) {
    var names = document.getElementById(text.getAttribute("data-names"));
    if (!names) return;
    var all = Array.prototype.slice.call(names.options);
    function begun() {
      var before = text.value.slice(0, text.selectionStart), at = before.lastIndexOf("{{");
      var part = at < 0 ? null : before.slice(at + 2);
      return part === null || /[{}\n]/.test(part) ? null : part;
    }
    function narrow() {
      var part = begun() || "";
      while (names.firstChild) names.removeChild(names.firstChild);
      all.forEach(function (one) {
        if (one.textContent.indexOf(part) >= 0) names.appendChild(one);
      });
    }
    function put() {
      if (names.selectedIndex < 0) names.selectedIndex = 0;
      if (!names.value) return;
      var part = begun(), from = text.selectionStart - (part === null ? 0 : part.length + 2), to = text.selectionEnd;
      var rest = text.value.slice(to);
      if (part !== null && rest.slice(0, 2) === "}}") rest = rest.slice(2);
      var word = names.value;
      text.value = text.value.slice(0, from) + word + rest;
      text.focus();
      text.setSelectionRange(from + word.length, from + word.length);
      narrow();
    }
    text.addEventListener("input", narrow);
    text.addEventListener("keydown", function (event) {
      if (event.key === "Tab" && !event.shiftKey && begun() && names.options.length) {
        event.preventDefault();
        put();
      }
    });
    names.addEventListener("dblclick", put);
    names.addEventListener("keydown", function (event) {
      if (event.key === "Enter") {
        event.preventDefault();
        put();
      }
    });
  });

  // A problem's line leads into the text.
  each("[data-line]", function (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      var text = document.getElementById("text"), lines = text.value.split("\n"), n = +link.getAttribute("data-line");
      var from = lines.slice(0, n - 1).join("\n").length + (n > 1 ? 1 : 0);
      text.focus();
      text.setSelectionRange(from, from + (lines[n - 1] || "").length);
    });
  });
})();
