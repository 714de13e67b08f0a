// Reads every .ics file of a folder with ical.js and prints what it understood,
// one JSON object an event: node reader.mjs path/to/ical.js folder
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const ICAL = (await import(pathToFileURL(resolve(process.argv[2])))).default;
const folder = process.argv[3];

for (const file of readdirSync(folder).sort()) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, file), "utf8")));
  const zone = calendar.getFirstSubcomponent("vtimezone");
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  for (const part of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(part);
    console.log(JSON.stringify({
      file,
      uid: event.uid,
      start: event.startDate.toUnixTime(),
      end: event.endDate.toUnixTime(),
      day: event.startDate.isDate,
      status: part.getFirstPropertyValue("status"),
      sequence: event.sequence,
      stamp: part.getFirstPropertyValue("dtstamp").toUnixTime(),
      summary: event.summary,
      description: event.description,
      location: event.location,
      url: part.getFirstPropertyValue("url"),
      categories: part.getFirstProperty("categories").getValues(),
    }));
  }
}
