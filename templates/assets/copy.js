// Copying the address of a calendar.
(function (doc) {
  'use strict';
  function all(selector) { return Array.prototype.slice.call(doc.querySelectorAll(selector)); }
  // navigator.clipboard is there on https only, and may refuse; then, and on old
  // phones, the way that has always worked is taken.
  function copy(text) {
    if (!navigator.clipboard || !navigator.clipboard.writeText) return copyBySelection(text);
    return navigator.clipboard.writeText(text).catch(function () { return copyBySelection(text); });
  }
  function copyBySelection(text) {
    var box = doc.createElement('textarea');
    box.value = text;
    box.setAttribute('readonly', '');
    box.className = 'skip';
    doc.body.appendChild(box);
    box.select();
    var done = doc.execCommand('copy');
    doc.body.removeChild(box);
    return done ? Promise.resolve() : Promise.reject(new Error('copy'));
  }
  all('[data-copy]').forEach(function (button) {
    var said = doc.querySelector('[data-copied]'), name = button.textContent;
    button.addEventListener('click', function () {
      copy(button.getAttribute('data-copy')).then(function () {
        button.textContent = said.getAttribute('data-copied');
        said.textContent = said.getAttribute('data-copied');
        setTimeout(function () { button.textContent = name; said.textContent = ''; }, 4000);
      }, function () { // the address stands below in full: mark it for the visitor's own copying
        var address = button.closest('li').querySelector('.address');
        getSelection().selectAllChildren(address);
      });
    });
  });
})(document);
