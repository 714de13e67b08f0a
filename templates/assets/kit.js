// Copying the texts of a notice: plain ones as text, articles as formatted text. The copy
// event has worked in every browser, on paper-thin old ones and from a stick too.
(function (doc) {
  'use strict';
  var said = doc.querySelector('[data-copied]');
  function all(selector) { return Array.prototype.slice.call(doc.querySelectorAll(selector)); }
  function plain(html) { // a document of its own runs nothing and fetches nothing
    var other = doc.implementation.createHTMLDocument('');
    other.body.innerHTML = html.replace(/<\/(p|tr|h\d|li)>/g, '\n</$1>').replace(/<\/td>/g, ' </td>');
    return other.body.textContent;
  }
  function textOf(box) {
    return all('#' + box.id + ' > p').map(function (p) { return p.textContent.trim(); }).join('\n');
  }
  function copy(box) {
    var rich = box.value, text = rich ? plain(rich) : textOf(box), done = false;
    function fill(event) {
      event.clipboardData.setData('text/plain', text);
      if (rich) event.clipboardData.setData('text/html', rich);
      event.preventDefault();
      done = true;
    }
    doc.addEventListener('copy', fill);
    try { doc.execCommand('copy'); } catch (refused) { done = false; }
    doc.removeEventListener('copy', fill);
    return done;
  }
  all('[data-from]').forEach(function (button) {
    var box = doc.getElementById(button.getAttribute('data-from')), name = button.textContent;
    button.addEventListener('click', function () {
      var done = copy(box);
      said.textContent = said.getAttribute(done ? 'data-copied' : 'data-failed');
      if (!done) {
        if (!box.value) getSelection().selectAllChildren(box);
        return;
      }
      button.textContent = said.textContent;
      setTimeout(function () { button.textContent = name; said.textContent = ''; }, 4000);
    });
  });
})(document);
