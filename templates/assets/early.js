// Runs before the first paint, so that nothing jumps: scripts work here, and the
// visitor's choice of large text holds. The button comes later in the page.
(function (doc) {
  'use strict';
  var html = doc.documentElement, key = 'tonggao-large';
  html.classList.add('js');
  // The page of a former address leads on by itself, but not to the place behind #.
  var moved = html.getAttribute('data-moved');
  if (moved) location.replace(moved + location.hash);
  try {
    if (localStorage.getItem(key) === '1') html.classList.add('large');
  } catch (e) { /* storage may be off: then the choice lasts for one page */ }

  doc.addEventListener('DOMContentLoaded', function () {
    var button = doc.querySelector('[data-large]');
    function show() { button.setAttribute('aria-pressed', String(html.classList.contains('large'))); }
    if (!button) return;
    button.addEventListener('click', function () {
      var large = html.classList.toggle('large');
      try { localStorage.setItem(key, large ? '1' : '0'); } catch (e) { /* as above */ }
      show();
    });
    show();
  });
})(document);
