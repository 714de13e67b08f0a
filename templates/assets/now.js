// What works now: worked out from the facts in the page, in China time, whatever
// the visitor's zone. The rules are those of (*site.Outage).At; a test runs both.
// All words come from the page; times are whole seconds since 1970.
(function (root) {
  'use strict';
  var CHINA = 8 * 3600, DAY = 86400;

  function open(daily, t) {
    var minute = Math.floor((t + CHINA) % DAY / 60);
    return daily[0] <= minute && minute < daily[1];
  }

  // at returns the state of a fact at an instant and how many of its steps have
  // come. An instant belongs to what begins with it.
  function at(fact, t) {
    var result = { state: fact.base, step: 0, word: '' };
    for (var i = 0; i < fact.steps.length; i++) {
      var s = fact.steps[i];
      if (!s.from || t < s.from) {
        if (i === 0) return result; // what has not stopped cannot be back
        continue;
      }
      result = { state: s.state, step: i + 1, word: s.word || '' };
      if (s.until && t < s.until) result = { state: 'uncertain', step: i + 1, word: '' };
      else if (s.daily && !open(s.daily, t)) result = { state: 'off', step: i + 1, word: '' };
    }
    return result;
  }

  // next returns the first instant after t at which any fact may change.
  function next(facts, t) {
    var first = Infinity;
    function see(x) { if (x > t && x < first) first = x; }
    facts.forEach(function (fact) {
      fact.steps.forEach(function (s) {
        if (s.from) see(s.from);
        if (s.until) see(s.until);
        if (s.daily && s.from) {
          var midnight = t - (t + CHINA) % DAY;
          s.daily.forEach(function (m) { see(midnight + m * 60); see(midnight + DAY + m * 60); });
        }
      });
    });
    return first;
  }

  if (typeof module === 'object' && module.exports) { module.exports = { at: at, next: next }; return; }

  var doc = root.document, data = JSON.parse(doc.getElementById('facts').textContent), words = data.words;
  var panel = doc.querySelector('.now'), answer = doc.querySelector('[data-now]'), nextLine = doc.querySelector('[data-next]');
  var picked = null, timer = 0;

  function all(selector) { return Array.prototype.slice.call(doc.querySelectorAll(selector)); }
  function make(tag, className, text) {
    var e = doc.createElement(tag);
    if (className) e.className = className;
    if (text) e.textContent = text;
    return e;
  }
  function mark(state) {
    var svg = doc.createElementNS('http://www.w3.org/2000/svg', 'svg'), use = doc.createElementNS('http://www.w3.org/2000/svg', 'use');
    var shape = { open: 'deadline', last: 'deadline', passed: 'deadline', ahead: 'rule', reached: 'rule', dropped: 'ended' }[state] || state;
    svg.setAttribute('class', 'mark');
    svg.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', '#m-' + shape);
    svg.appendChild(use);
    return svg;
  }
  function two(n) { return (n < 10 ? '0' : '') + n; }
  function china(t) { return new Date((t + CHINA) * 1000); } // to be read by the UTC getters only
  function clock(t) {
    var d = china(t), parts = { y: d.getUTCFullYear(), n: d.getUTCMonth() + 1, d: d.getUTCDate(), w: words.weekdays[d.getUTCDay()],
      m: (words.months || [])[d.getUTCMonth()], h: two(d.getUTCHours()), i: two(d.getUTCMinutes()) };
    return words.clock.replace(/\{(\w)\}/g, function (_, key) { return parts[key]; });
  }
  function left(seconds) {
    var minutes = Math.ceil(seconds / 60), days = Math.floor(minutes / 1440), hours = Math.floor(minutes % 1440 / 60), text = '';
    if (days) text += days + words.units[0];
    if (hours) text += hours + words.units[1];
    if (!days) text += minutes % 60 + words.units[2];
    return words.left.replace('{left}', text.trim());
  }

  // row is one fact: mark, state, whose it is, what follows.
  function row(fact, t) {
    var now = at(fact, t), p = make('p', 's-' + now.state), line = make('span', 'line'), name = make('b', '', fact.name);
    if (fact.lang) name.lang = fact.lang;
    line.appendChild(name);
    if (fact.lane) line.appendChild(make('span', 'lane', fact.lane));
    line.appendChild(make('span', 'aside', words.colon));
    line.appendChild(make('span', 'state', now.word || data.states[now.state]));
    line.appendChild(make('span', 'aside', words.stop));
    line.appendChild(make('span', 'says', fact.says[now.step]));
    p.appendChild(mark(now.state));
    p.appendChild(line);
    return p;
  }
  function settled(fact, t) {
    var now = at(fact, t);
    return now.step === fact.steps.length && now.state === 'on' || now.state === 'ended';
  }
  function rows(t) {
    var box = doc.createDocumentFragment();
    data.facts.forEach(function (fact) {
      if (data.quiet && settled(fact, t)) return; // a region's page leaves out what is over
      box.appendChild(row(fact, t));
    });
    if (!box.childNodes.length && data.quiet) box.appendChild(make('p', 'quiet', data.quiet));
    return box;
  }

  function showAnswer(t) {
    if (!answer) return;
    doc.querySelector('[data-clock-name]').textContent = picked === null ? words.now : words.picked;
    doc.querySelector('[data-clock]').textContent = clock(t);
    panel.classList.toggle('picked', picked !== null);
    var fresh = make('div');
    fresh.appendChild(rows(t));
    if (fresh.innerHTML === answer.innerHTML) return; // nothing to announce
    answer.textContent = '';
    while (fresh.firstChild) answer.appendChild(fresh.firstChild);
  }

  function names(li) {
    return Array.prototype.slice.call(li.querySelectorAll('.label a')).slice(0, 3).map(function (a) { return a.textContent; }).join(words.join);
  }

  // showSchedule draws the line between past and future, and says what is next.
  function showSchedule(t) {
    var list = doc.querySelector('[data-schedule]'), coming = null;
    all('[data-at]').forEach(function (li) {
      var when = Number(li.getAttribute('data-at'));
      li.classList.toggle('past', when <= t);
      if (when > t && (!coming || when < Number(coming.getAttribute('data-at')))) coming = li;
    });
    if (!list) return;
    var line = list.querySelector('.today') || make('li', 'today');
    line.textContent = (picked === null ? words.today : words.picked) + ' ' + clock(t);
    list.insertBefore(line, coming);
    if (!coming && line.nextSibling) list.appendChild(line);
    if (!coming) { // what has no time stands after the present
      var undated = list.querySelector('[data-schedule] > li:not([data-at]):not(.today)');
      if (undated) list.insertBefore(line, undated);
    }
    nextLine.hidden = !coming;
    if (coming) {
      nextLine.textContent = nextLine.getAttribute('data-name') + words.colon + coming.querySelector('time').textContent + ' ' +
        names(coming) + ' · ' + left(Number(coming.getAttribute('data-at')) - t);
    }
  }

  function showTimeline(t) {
    all('svg[data-scale]').forEach(function (svg) {
      var scale = svg.getAttribute('data-scale').split(' ').map(function (s) { return s.split(':').map(Number); });
      var first = scale[0], last = scale[scale.length - 1], x = first[1] / 2;
      if (t >= last[0]) x = last[1] + (100 - last[1]) * .7;
      for (var i = 0; i + 1 < scale.length; i++) {
        if (t >= scale[i][0] && t < scale[i + 1][0]) x = scale[i][1] + (scale[i + 1][1] - scale[i][1]) * (t - scale[i][0]) / (scale[i + 1][0] - scale[i][0]);
      }
      var today = svg.querySelector('[data-today]');
      ['x1', 'x2'].forEach(function (a) { today.querySelector('line').setAttribute(a, x + '%'); });
      today.querySelector('circle').setAttribute('cx', x + '%');
      today.setAttribute('visibility', 'visible');
    });
  }

  // showChips marks notices and regions: begun, to come, over, or open because an
  // end was never announced. A span is from-to-last; to may be empty.
  function showChips(t) {
    all('[data-spans]').forEach(function (e) {
      var chip = e.querySelector('[data-chip]'), rank = ['over', 'unsettled', 'coming', 'running'], best = -1;
      e.getAttribute('data-spans').split(' ').forEach(function (span) {
        var s = span.split('-').map(Number), state = 'over';
        if (t < s[0]) state = 'coming';
        else if (t < Math.max(s[1], s[2])) state = 'running';
        else if (!s[1]) state = 'unsettled';
        best = Math.max(best, rank.indexOf(state));
      });
      chip.textContent = words[rank[best]];
      chip.className = 'chip s-' + ['passed', 'partly', 'ahead', 'off'][best];
      chip.hidden = false;
    });
  }

  function show() {
    var real = Math.floor(Date.now() / 1000), t = picked === null ? real : picked;
    showAnswer(t);
    showSchedule(t);
    showTimeline(t);
    showChips(real);
    clearTimeout(timer);
    var wait = Math.min(next(data.facts, real), real - real % 60 + 60) * 1000 - Date.now();
    timer = setTimeout(show, Math.max(wait, 50));
  }

  var form = doc.querySelector('[data-pick]');
  if (form) {
    var input = form.querySelector('input'), back = form.querySelector('[data-pick-back]');
    input.value = china(Math.floor(Date.now() / 1000)).toISOString().slice(0, 16);
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      var time = Date.parse(input.value.slice(0, 16) + ':00Z'); // read as UTC, then moved: the visitor's zone has no say
      if (isNaN(time)) return;
      picked = time / 1000 - CHINA;
      back.hidden = false;
      show();
    });
    back.addEventListener('click', function () {
      picked = null;
      back.hidden = true;
      input.value = china(Math.floor(Date.now() / 1000)).toISOString().slice(0, 16);
      show();
      input.focus();
    });
  }
  // A page that slept, or was kept in the browser's memory, wakes with the truth.
  doc.addEventListener('visibilitychange', show);
  root.addEventListener('pageshow', show);
  show();
})(this);
