// Expands every event of the .ics files of a folder with ical.js and prints each time,
// one JSON object a line: node expand.mjs path/to/ical.js folder limit
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [module, folder, limit] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(resolve(module)).href);
for (const file of readdirSync(folder).sort()) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, file), 'utf8')));
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    const print = (start, end) => console.log(JSON.stringify({ file, start: start.toUnixTime(), end: end.toUnixTime() }));
    if (!event.isRecurring()) {
      print(event.startDate, event.endDate);
      continue;
    }
    const times = event.iterator();
    for (let t = times.next(), n = 0; t && n < Number(limit); t = times.next(), n++) {
      const one = event.getOccurrenceDetails(t);
      print(one.startDate, one.endDate);
    }
  }
}
