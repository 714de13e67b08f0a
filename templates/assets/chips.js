// Marks notices and regions in lists: begun, to come, over, open because an end was
// never announced, or history. A span is from-to-last-history, in seconds; to and
// history are 0 where there is none. The
// page has each spans once; an element has the number of its own, or none and then
// those of the element around it.
(function (doc) {
  'use strict';
  var facts = JSON.parse(doc.getElementById('chips').textContent), chips = [];
  var ranks = ['history', 'over', 'unsettled', 'coming', 'running'], looks = ['s-passed', 's-passed', 's-partly', 's-ahead', 's-off'];

  function state(span, t) {
    var s = span.split('-').map(Number);
    if (s[3] && t >= s[3]) return 'history';
    if (t < s[0]) return 'coming';
    if (t < Math.max(s[1], s[2])) return 'running';
    return s[1] ? 'over' : 'unsettled';
  }
  function show() {
    var t = Math.floor(Date.now() / 1000), best = facts.spans.map(function (spans) {
      return Math.max.apply(null, spans.split(' ').map(function (span) { return ranks.indexOf(state(span, t)); }));
    });
    chips.forEach(function (chip) {
      var look = best[chip.number];
      if (look === chip.look) return;
      chip.look = look;
      chip.element.textContent = facts.words[ranks[look]];
      chip.element.className = 'chip ' + looks[look];
    });
  }
  Array.prototype.forEach.call(doc.querySelectorAll('.card, .group ul:not(.notices) > li'), function (e) {
    var holder = e.closest('[data-spans]'), number = holder && holder.getAttribute('data-spans'), element = doc.createElement('span');
    if (!holder || !facts.spans[number]) return;
    element.lang = doc.documentElement.lang; // names around it may be in another
    var before = e.querySelector('time, a');
    before.parentNode.insertBefore(element, before.nextSibling);
    before.parentNode.insertBefore(doc.createTextNode(' '), element);
    chips.push({ element: element, number: number });
  });
  show();
  setInterval(show, 60000);
})(document);
