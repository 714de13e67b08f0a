// Marks notices and regions in lists: begun, to come, over, or open because an end
// was never announced. A span is from-to-last, in seconds; to may be empty.
(function (doc) {
  'use strict';
  var words = JSON.parse(doc.getElementById('chips').textContent);
  var ranks = ['over', 'unsettled', 'coming', 'running'], looks = ['s-passed', 's-partly', 's-ahead', 's-off'];

  function state(span, t) {
    var s = span.split('-').map(Number);
    if (t < s[0]) return 'coming';
    if (t < Math.max(s[1], s[2])) return 'running';
    return s[1] ? 'over' : 'unsettled';
  }
  function show() {
    var t = Math.floor(Date.now() / 1000);
    Array.prototype.forEach.call(doc.querySelectorAll('[data-spans]'), function (e) {
      var chip = e.querySelector('[data-chip]'), best = 0;
      e.getAttribute('data-spans').split(' ').forEach(function (span) { best = Math.max(best, ranks.indexOf(state(span, t))); });
      chip.textContent = words[ranks[best]];
      chip.className = 'chip ' + looks[best];
      chip.hidden = false;
    });
  }
  show();
  setInterval(show, 60000);
})(document);
