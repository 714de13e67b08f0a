// Runs before the first paint, so that nothing jumps: scripts work here, and the
// visitor's choice of large text holds.
(function (html) {
  'use strict';
  html.classList.add('js');
  try {
    if (localStorage.getItem('tonggao-large') === '1') html.classList.add('large');
  } catch (e) { /* storage may be off: then the choice lasts for one page */ }
})(document.documentElement);
